"use client";

import Link from "next/link";
import { type MouseEvent, memo, useEffect, useRef } from "react";
import { useAddress } from "@/components/desk/address";
import { KeyHint } from "@/components/desk/key-hint";
import { useT } from "@/components/i18n/context";
import { ConfidenceBadge } from "@/components/queue/confidence-badge";
import { QueueSkeleton } from "@/components/queue/queue-skeleton";
import { Time } from "@/components/time/time";
import { Chip } from "@/components/ui/chip";
import { cn } from "@/components/ui/cn";
import { REVIEW_ROWS, type ReviewRow } from "@/lib/review/model";
import { withItem } from "./filters";
import { KIND_WORDS } from "./review-words";

/** Why these wait can be told from their badge. */
const SAID_BY_BADGE: ReadonlySet<ReviewRow["kind"]> = new Set(["flagged", "held"]);

type Props = {
  rows: readonly ReviewRow[];
  loading: boolean;
  openId: string | undefined;
  onOpen: (id: string) => void;
};

/** What waits, riskiest first. */
export function ReviewList({ rows, loading, openId, onOpen }: Props) {
  const t = useT();
  const { search } = useAddress();
  if (loading) return <QueueSkeleton />;
  return (
    <section aria-label={t("Waiting")} className="flex min-h-0 flex-1 flex-col">
      <p className="flex items-center justify-end gap-1 border-b px-3 py-1 text-faint text-xs max-lg:hidden">
        {t("Previous and next")} <KeyHint of="k" /> <KeyHint of="j" />
      </p>
      <ul className="min-h-0 flex-1 overflow-y-auto">
        {rows.map((row) => (
          <Row
            key={row.id}
            row={row}
            href={withItem(search, row.id)}
            selected={row.id === openId}
            onOpen={onOpen}
          />
        ))}
      </ul>
      {rows.length === REVIEW_ROWS ? (
        <p className="border-t px-3 py-2 text-soft">
          {t("The {{n}} most pressing are listed; the counts are of all.", { n: REVIEW_ROWS })}
        </p>
      ) : null}
    </section>
  );
}

type RowProps = {
  row: ReviewRow;
  href: string;
  selected: boolean;
  onOpen: (id: string) => void;
};

const Row = memo(function Row({ row, href, selected, onOpen }: RowProps) {
  const t = useT();
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (selected) item.current?.scrollIntoView({ block: "nearest" });
  }, [selected]);
  return (
    <li
      ref={item}
      className="border-b [contain-intrinsic-size:auto_88px] [content-visibility:auto]"
    >
      <Link
        href={href}
        prefetch={false}
        scroll={false}
        onClick={(event) => stayHere(event, () => onOpen(row.id))}
        aria-current={selected ? "true" : undefined}
        className={cn(
          "relative block py-2.5 pr-3 pl-4.5 -outline-offset-2",
          selected
            ? "bg-sel before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:bg-accent"
            : "hover:bg-bg",
        )}
      >
        <span className="flex items-baseline justify-between gap-2">
          <span className="truncate font-semibold" dir="auto">
            {row.customer}
          </span>
          <Time at={row.createdAt} as="since" className="shrink-0 text-faint text-xs" />
        </span>
        <span className="block truncate" dir="auto">
          {row.subject || t("No subject")}
        </span>
        <span className="mt-1 flex flex-wrap items-center gap-1.5">
          <ConfidenceBadge badge={row} />
          {SAID_BY_BADGE.has(row.kind) ? null : (
            <Chip tone={row.kind === "second" ? "hot" : "plain"}>{t(KIND_WORDS[row.kind])}</Chip>
          )}
        </span>
        <span className="mt-1 block truncate text-faint text-xs">
          {row.with
            ? t("{{name}} is looking at it", { name: row.with.name })
            : row.because.slice(0, 3).map(t.stored).join(", ") || row.category}
        </span>
      </Link>
    </li>
  );
});

/** The item is in this page: no way to the server is needed, unless a new tab is wanted. */
function stayHere(event: MouseEvent<HTMLAnchorElement>, open: () => void) {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  open();
}
