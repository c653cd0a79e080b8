"use client";

import { Rows2, Rows3 } from "lucide-react";
import { memo, useRef } from "react";
import { useKey } from "@/components/desk/keys";
import { usePanes } from "@/components/desk/panes";
import { useCounts } from "@/components/desk/queries";
import { NavButton } from "@/components/desk/shell";
import { useT } from "@/components/i18n/context";
import { says } from "@/components/i18n/says";
import { NewTicketButton } from "@/components/new-ticket/new-ticket-button";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { FilterPlace } from "@/components/views/filter-place";
import type { QueueSort } from "@/lib/inbox/model";
import { goTo, type Place, sortFrom } from "./place";
import { countWords, wordsOf } from "./queue-words";

const SORTS: { value: QueueSort; label: string }[] = [
  { value: "newest", label: says("Newest activity") },
  { value: "waiting", label: says("Waiting longest") },
  { value: "sla", label: says("Due next") },
  { value: "value", label: says("Highest value") },
  { value: "sentiment", label: says("Unhappiest") },
];

type Props = Omit<Place, "ticketId"> & {
  /** No ticket is open beside it: then its heading is the page's own. */
  alone: boolean;
};

/** What the list is, how many it has, in which order, and how it is filtered. */
export const QueueHeader = memo(function QueueHeader({ queue, sort, filter, alone }: Props) {
  const t = useT();
  const counts = useCounts();
  const { density, set } = usePanes();
  const filterBox = useRef<HTMLDivElement>(null);
  useKey("f", () => filterBox.current?.querySelector("button")?.click());
  const Heading = alone ? "h1" : "h2";
  const compact = density === "compact";
  return (
    <header className="flex shrink-0 flex-col border-b">
      <div className="flex min-h-11.5 items-center gap-1 px-3.5 max-lg:pl-1.5">
        <NavButton />
        <Heading className="min-w-0 flex-1 truncate font-semibold">
          {wordsOf(queue, counts, t).title}{" "}
          <span className="font-normal text-faint">{countWords(queue, counts)}</span>
        </Heading>
        <Button
          kind="quiet"
          size="icon"
          aria-label={t("Compact rows")}
          aria-pressed={compact}
          title={compact ? t("Comfortable rows") : t("Compact rows")}
          onClick={() => set({ density: compact ? "comfortable" : "compact" })}
        >
          {compact ? <Rows2 size={15} aria-hidden /> : <Rows3 size={15} aria-hidden />}
        </Button>
        <NewTicketButton />
      </div>
      <div ref={filterBox} className="flex flex-wrap items-center gap-1 px-3 pb-1.5">
        <FilterPlace queue={queue} filter={filter} sort={sort} />
        <Select
          quiet
          label={t("Order")}
          value={sort}
          options={SORTS.map(({ value, label }) => ({ value, label: t(label) }))}
          className="-mr-1 ml-auto text-soft"
          onValueChange={(value) => goTo({ sort: sortFrom(value) ?? sort }, "replace")}
        />
      </div>
    </header>
  );
});
