"use client";

import { Command as Cmdk } from "cmdk";
import { Search } from "lucide-react";
import { useT } from "@/components/i18n/context";
import { STATUS_WORDS } from "@/lib/inbox/model";
import type { SearchResult, TicketHit } from "@/lib/search/model";
import { Marked } from "./marked";
import { GROUP, PaletteItem } from "./palette-item";

/** Tickets that the palette shows; the page of the search shows all. */
const TICKETS = 8;

/** Values of what can be chosen; none is like another. */
export const WHOLE_SEARCH = "search";
export const ticketValue = ({ id }: TicketHit) => `ticket:${id}`;

type Opens = { onOpen: (href: string) => void };

/** Leads to the ticket of a number, or to the one that it was merged into. */
export function JumpItem({ number, onJump }: { number: number; onJump: () => void }) {
  const t = useT();
  return (
    <PaletteItem value="jump" onChoose={onJump}>
      <span className="min-w-0 flex-1 truncate">{t("Go to ticket #{{number}}", { number })}</span>
    </PaletteItem>
  );
}

/** Tickets and customers that were found. */
export function FoundGroups({ found, onOpen }: Opens & { found: SearchResult }) {
  const t = useT();
  return (
    <>
      {found.tickets.length > 0 ? (
        <Cmdk.Group heading={t("Tickets")} className={GROUP}>
          {found.tickets.slice(0, TICKETS).map((ticket) => (
            <PaletteItem
              key={ticket.id}
              value={ticketValue(ticket)}
              onChoose={() => onOpen(`/queue/open/${ticket.id}`)}
            >
              <TicketWords ticket={ticket} />
            </PaletteItem>
          ))}
        </Cmdk.Group>
      ) : null}
      {found.customers.length > 0 ? (
        <Cmdk.Group heading={t("Customers")} className={GROUP}>
          {found.customers.map((customer) => (
            <PaletteItem
              key={customer.id}
              value={`customer:${customer.id}`}
              onChoose={() => onOpen(`/customers/${customer.id}`)}
            >
              <span className="min-w-0 flex-1 truncate" dir="auto">
                <Marked pieces={customer.name} />{" "}
                <span className="text-faint text-xs">
                  {[customer.email, customer.account].filter(Boolean).join(" · ")}
                </span>
              </span>
            </PaletteItem>
          ))}
        </Cmdk.Group>
      ) : null}
    </>
  );
}

function TicketWords({ ticket }: { ticket: TicketHit }) {
  const t = useT();
  return (
    <>
      <span className="min-w-0 flex-1">
        <span className="block truncate" dir="auto">
          <span className="text-faint">#{ticket.number}</span>{" "}
          {ticket.subject.length > 0 ? <Marked pieces={ticket.subject} /> : t("No subject")}
        </span>
        <span className="block truncate text-faint text-xs" dir="auto">
          <Marked pieces={ticket.customer} /> · <Marked pieces={ticket.snippet} />
        </span>
      </span>
      <span className="shrink-0 text-faint text-xs max-sm:hidden">
        {t(STATUS_WORDS[ticket.status])}
      </span>
    </>
  );
}

type RecentProps = { recent: readonly string[]; onChoose: (search: string) => void };

/** What this person looked for before. */
export function RecentGroup({ recent, onChoose }: RecentProps) {
  const t = useT();
  return recent.length === 0 ? null : (
    <Cmdk.Group heading={t("Recent searches")} className={GROUP}>
      {recent.map((search) => (
        <PaletteItem key={search} value={`recent:${search}`} onChoose={() => onChoose(search)}>
          <span className="min-w-0 flex-1 truncate" dir="auto">
            {search}
          </span>
        </PaletteItem>
      ))}
    </Cmdk.Group>
  );
}

/** The same search on a page of its own, with everything that it finds. */
export function WholeSearchItem({ box, onOpen }: Opens & { box: string }) {
  const t = useT();
  return (
    <PaletteItem
      value={WHOLE_SEARCH}
      onChoose={() => onOpen(`/search?${new URLSearchParams({ q: box })}`)}
    >
      <Search size={14} aria-hidden className="shrink-0 text-faint" />
      <span className="min-w-0 flex-1 truncate">{t("All results for “{{box}}”", { box })}</span>
    </PaletteItem>
  );
}
