"use client";

import { type KeyboardEvent, useRef } from "react";
import { useKey } from "@/components/desk/keys";
import { messageOf } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import type { SearchResult } from "@/lib/search/model";
import { useSearch } from "./queries";
import { useRecent } from "./recent";
import { CustomerResult, TicketResult } from "./result-rows";
import { foundWords } from "./search-words";

type Props = {
  box: string;
  /** More was typed than `box` has. */
  typing: boolean;
  onRecent: (search: string) => void;
  /** The keys went up beyond the first result. */
  onLeaveTop: () => void;
};

/** What was found, or why nothing is shown. */
export function SearchResults({ box, typing, onRecent, onLeaveTop }: Props) {
  const t = useT();
  const search = useSearch(box);
  if (box === "") return <Beginning onRecent={onRecent} />;
  if (search.isError) {
    return (
      <ErrorState
        title={t("The search did not work")}
        message={messageOf(search.error, t)}
        onRetry={() => void search.refetch()}
      />
    );
  }
  if (!search.data) return <ResultsSkeleton />;
  return (
    <div aria-busy={typing || search.isPlaceholderData}>
      <p role="status" className="pt-3 text-faint text-xs">
        {foundWords(search.data, t)}
      </p>
      {search.data.hints.map((hint) => (
        <p key={hint} role="note" className="mt-1 text-rev text-xs wrap-anywhere">
          {t.stored(hint)}
        </p>
      ))}
      <Found found={search.data} onLeaveTop={onLeaveTop} />
    </div>
  );
}

function Found({ found, onLeaveTop }: { found: SearchResult } & Pick<Props, "onLeaveTop">) {
  const t = useT();
  const { box, step } = useSteps(onLeaveTop);
  const [, remember] = useRecent();
  const move = (event: KeyboardEvent) => {
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    step(by);
  };
  const opened = () => remember(new URLSearchParams(location.search).get("q") ?? "");
  if (found.tickets.length === 0 && found.customers.length === 0) {
    return (
      <EmptyState title={t("Nothing was found")}>
        {t(
          "Words must all stand in one message or subject. Try fewer of them, or an operator from “What you can write”.",
        )}
      </EmptyState>
    );
  }
  return (
    <div ref={box}>
      {found.customers.length > 0 ? (
        <ul aria-label={t("Customers")} className="mt-3 rounded-xl border bg-panel">
          {found.customers.map((customer) => (
            <CustomerResult key={customer.id} customer={customer} onMove={move} onOpen={opened} />
          ))}
        </ul>
      ) : null}
      {found.tickets.length > 0 ? (
        <ul aria-label={t("Tickets")} className="mt-3 rounded-xl border bg-panel">
          {found.tickets.map((ticket) => (
            <TicketResult key={ticket.id} ticket={ticket} onMove={move} onOpen={opened} />
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** J, K and the arrows move the focus from result to result; Enter opens, as it does with links. */
function useSteps(onLeaveTop: () => void) {
  const box = useRef<HTMLDivElement>(null);
  const step = (by: number) => {
    const links = [...(box.current?.querySelectorAll("a") ?? [])];
    const at =
      document.activeElement instanceof HTMLAnchorElement
        ? links.indexOf(document.activeElement)
        : -1;
    if (at === 0 && by < 0) onLeaveTop();
    else links[at < 0 ? 0 : at + by]?.focus();
  };
  useKey("j", () => step(1));
  useKey("k", () => step(-1));
  return { box, step };
}

function Beginning({ onRecent }: Pick<Props, "onRecent">) {
  const t = useT();
  const [recent] = useRecent();
  return (
    <EmptyState title={t("Find anything by its words")}>
      {t(
        "Subjects, messages, notes and customers are searched; names also when they are misspelt.",
      )}
      {recent.length > 0 ? (
        <ul aria-label={t("Recent searches")} className="mt-3 flex flex-wrap justify-center gap-1">
          {recent.map((search) => (
            <li key={search} className="max-w-full">
              <Button className="max-w-full" onClick={() => onRecent(search)}>
                <span className="truncate" dir="auto">
                  {search}
                </span>
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </EmptyState>
  );
}

function ResultsSkeleton() {
  const t = useT();
  return (
    <div role="status" aria-label={t("Searching")} className="mt-9 rounded-xl border bg-panel">
      {["one", "two", "three", "four"].map((key) => (
        <div key={key} className="flex flex-col gap-2 border-b px-3.5 py-3 last:border-b-0">
          <Skeleton className="w-1/2" />
          <Skeleton className="w-full" />
          <Skeleton className="w-1/4" />
        </div>
      ))}
    </div>
  );
}
