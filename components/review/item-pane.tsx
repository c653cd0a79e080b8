"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import { useEffect, useState } from "react";
import { KeyedButton } from "@/components/desk/keyed-button";
import { messageOf } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { formatOf } from "@/components/i18n/format";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import type { ReviewItem, ReviewRow } from "@/lib/review/model";
import { Evidence } from "./evidence";
import { itemQuery } from "./queries";
import { Question } from "./question";
import { Reply } from "./reply";
import { whyHere } from "./review-words";
import { useLease } from "./use-lease";

type Props = {
  row: ReviewRow;
  /** Place in the list, from 0; below 0 when a filter hides it. */
  at: number;
  /** Rows that say nearly the same, this one with them; empty when there is no other. */
  alike: ReviewRow[];
  goOn: (from: string) => void;
  goTo: (id: string | null) => void;
  /** Somebody else was faster to open it. */
  onTaken: (id: string) => void;
  onBatch: (rows: ReviewRow[]) => void;
};

/** One item: the question and the reply, and beside them what speaks for it. */
export function ItemPane(props: Props) {
  const t = useT();
  const { row, goTo } = props;
  const item = useQuery(itemQuery(row.ticketId, row.id));
  const [evidence, setEvidence] = useState(true);
  return (
    <div
      className={cn(
        "h-full min-h-0 overflow-y-auto xl:grid xl:grid-rows-1 xl:overflow-hidden",
        evidence
          ? "xl:grid-cols-[minmax(0,1fr)_minmax(320px,400px)]"
          : "xl:grid-cols-[minmax(0,1fr)]",
      )}
    >
      <article
        aria-label={t("Ticket {{number}}", { number: row.number })}
        className="min-w-0 xl:overflow-y-auto"
      >
        <div className="flex flex-wrap items-center gap-2 px-6 pt-3 max-sm:px-4">
          <Button
            kind="quiet"
            size="icon"
            aria-label={t("Back to the list")}
            className="-ml-2 sm:hidden"
            onClick={() => goTo(null)}
          >
            <ArrowLeft size={16} aria-hidden />
          </Button>
          <p role="status" className="min-w-0 flex-1 text-faint">
            {props.at >= 0
              ? t("{{place}} in the order", { place: formatOf(t).ordinal(props.at + 1) })
              : t("Not in this list")}
            {row.because.length > 0 ? `: ${row.because.map(t.stored).join(", ")}` : ""}
            <span className="sr-only">. {t("Ticket {{number}}", { number: row.number })}</span>
          </p>
          <KeyedButton of="v" kind="quiet" onPress={() => setEvidence(!evidence)}>
            {evidence ? t("Hide evidence") : t("Evidence")}
          </KeyedButton>
        </div>
        {item.data ? <Body {...props} item={item.data} /> : null}
        {item.isPending ? <Loading /> : null}
        {item.isError && !item.data ? (
          <ErrorState
            title={t("The draft could not be loaded")}
            message={`${messageOf(item.error, t)} ${t("Nothing was sent.")}`}
            onRetry={() => void item.refetch()}
          />
        ) : null}
      </article>
      {evidence && item.data ? <Evidence item={item.data} /> : null}
    </div>
  );
}

function Body({ item, alike, goOn, goTo, onTaken, onBatch }: Props & { item: ReviewItem }) {
  const t = useT();
  const lease = useLease(item.id);
  const taken = lease.state === "other";
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once, when it is found
  useEffect(() => {
    if (taken) onTaken(item.id);
  }, [taken, item.id]);
  return (
    <div className="flex flex-col gap-4 px-6 pt-2 pb-8 max-sm:px-4">
      <Question item={item} />
      <p className="max-w-[66ch] text-soft">{whyHere(item, t)}</p>
      {alike.length > 1 ? (
        <p className="flex flex-wrap items-center gap-2">
          {t("{{n}} waiting drafts say nearly the same.", { n: alike.length })}
          <Button onClick={() => onBatch(alike)}>{t("Look at them together")}</Button>
        </p>
      ) : null}
      <Reply key={item.id} item={item} lease={lease} goOn={goOn} goTo={goTo} />
    </div>
  );
}

function Loading() {
  const t = useT();
  return (
    <div role="status" className="flex flex-col gap-3 px-6 py-4">
      <span className="sr-only">{t("Loading the draft…")}</span>
      <Skeleton className="w-1/2" />
      <Skeleton className="w-full" />
      <Skeleton className="w-4/5" />
      <Skeleton className="mt-4 h-28 w-full max-w-[66ch]" />
    </div>
  );
}
