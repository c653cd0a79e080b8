"use client";

import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { useAddress } from "@/components/desk/address";
import { useKey } from "@/components/desk/keys";
import { messageOf } from "@/components/desk/request";
import { NavButton } from "@/components/desk/shell";
import { useT } from "@/components/i18n/context";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import type { ReviewList as Listed, ReviewQuery, ReviewRow } from "@/lib/review/model";
import { BatchDialog } from "./batch-dialog";
import { filtersOf } from "./filters";
import { ItemPane } from "./item-pane";
import { Measures } from "./measures";
import { reviewQuery } from "./queries";
import { ReviewFilters } from "./review-filters";
import { ReviewList } from "./review-list";
import { usePlace } from "./use-place";

const NOTHING: ReviewRow[] = [];

/** The review queue: what waits at the left, one item and its evidence beside it. */
export function ReviewScreen() {
  const { search } = useAddress();
  const query = filtersOf(search);
  const list = useQuery(reviewQuery(query));
  const rows = list.data?.rows ?? NOTHING;
  const place = usePlace(rows, search, list.isFetching);
  const [batch, setBatch] = useState<ReviewRow[] | null>(null);
  const [done, setDone] = useState(0);
  useKey("j", () => place.step(1), rows.length > 0);
  useKey("k", () => place.step(-1), rows.length > 0);
  const { open } = place;
  return (
    <div className="grid h-full min-h-0 grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)]">
      <Top shown={list.data ? rows.length : null} done={done} />
      <div className="grid min-h-0 grid-cols-[minmax(0,1fr)] sm:grid-cols-[minmax(220px,30%)_minmax(0,1fr)] xl:grid-cols-[272px_minmax(0,1fr)]">
        <Waiting query={query} list={list} openId={open?.id} onOpen={place.goTo} />
        <div className={cn("min-h-0 min-w-0", !open && "max-sm:hidden")}>
          {open ? (
            <ItemPane
              key={open.id}
              row={open}
              at={rows.findIndex(({ id }) => id === open.id)}
              alike={rows.filter(({ alike }) => alike !== null && alike === open.alike)}
              goOn={(from) => {
                setDone((count) => count + 1);
                place.goOn(from);
              }}
              goTo={place.goTo}
              onTaken={place.passOver}
              onBatch={setBatch}
            />
          ) : list.isSuccess ? (
            <Empty filtered={Object.keys(query).length > 0} done={done} />
          ) : null}
        </div>
      </div>
      {batch ? <BatchDialog rows={batch} onClose={() => setBatch(null)} /> : null}
    </div>
  );
}

/** `shown`: rows in the list; null while nobody knows. */
function Top({ shown, done }: { shown: number | null; done: number }) {
  const t = useT();
  return (
    <header className="flex min-h-11.5 flex-wrap items-center gap-x-3 gap-y-1 border-b px-3.5 py-1 max-lg:pl-1.5">
      <NavButton />
      <h1 className="font-semibold">
        {t("To review")}{" "}
        <span className="font-normal text-faint">
          {shown === null ? "" : t("{{shown}} · riskiest first", { shown })}
        </span>
      </h1>
      <span className="flex-1" />
      <Measures done={done} />
      <Link
        href="/queue/review"
        prefetch={false}
        className="inline-flex min-h-6 items-center text-accent underline underline-offset-2 max-sm:hidden pointer-coarse:min-h-11"
      >
        {t("As tickets")}
      </Link>
    </header>
  );
}

type WaitingProps = {
  query: ReviewQuery;
  list: UseQueryResult<Listed>;
  openId: string | undefined;
  onOpen: (id: string) => void;
};

/** The filters, and what passes them; where there is little room, until an item is open. */
function Waiting({ query, list, openId, onOpen }: WaitingProps) {
  const t = useT();
  const rows = list.data?.rows ?? NOTHING;
  return (
    <div
      className={cn(
        "flex min-h-0 flex-col border-r bg-panel max-sm:border-0",
        openId && "max-sm:hidden",
      )}
    >
      <ReviewFilters query={query} counts={list.data?.counts} />
      {list.isError && rows.length === 0 ? (
        <ErrorState
          title={t("The queue could not be loaded")}
          message={`${messageOf(list.error, t)} ${t("Nothing was lost.")}`}
          onRetry={() => void list.refetch()}
        />
      ) : (
        <ReviewList rows={rows} loading={list.isPending} openId={openId} onOpen={onOpen} />
      )}
    </div>
  );
}

function Empty({ filtered, done }: { filtered: boolean; done: number }) {
  const t = useT();
  if (filtered) {
    return (
      <EmptyState title={t("Nothing here")}>
        {t("Nothing that waits passes the filters at the left.")}
      </EmptyState>
    );
  }
  return (
    <EmptyState title={done > 0 ? t("That was the last one") : t("Nothing to review")}>
      {t(
        "Replies that were sent and flagged, drafts that are held, and samples of confident replies come here, riskiest first.",
      )}
    </EmptyState>
  );
}
