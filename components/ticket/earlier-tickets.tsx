"use client";

import Link from "next/link";
import { useT } from "@/components/i18n/context";
import { says } from "@/components/i18n/says";
import { STATUS_WORDS, type TicketLink, type TicketView } from "@/lib/inbox/model";
import { PanelSection } from "./panel-parts";

const LINK_TITLES = says({
  continues: "Continues",
  duplicate: "Duplicate of",
  split: "Split from",
} as const);

/** The ticket that this one continues, and others of the same account. */
export function EarlierTickets({ ticket, queue }: { ticket: TicketView; queue: string }) {
  const t = useT();
  const { linked, customer } = ticket;
  const earlier = customer.earlier.filter((one) => one.id !== linked?.id);
  return (
    <>
      {linked ? (
        <PanelSection title={t(LINK_TITLES[linked.kind])}>
          <Links tickets={[linked]} queue={queue} />
        </PanelSection>
      ) : null}
      {earlier.length > 0 ? (
        <PanelSection title={t("Also from {{name}}", { name: customer.account.name })}>
          <Links tickets={earlier} queue={queue} />
        </PanelSection>
      ) : null}
    </>
  );
}

function Links({ tickets, queue }: { tickets: TicketLink[]; queue: string }) {
  const t = useT();
  return (
    <ul className="flex flex-col">
      {tickets.map((ticket) => (
        <li key={ticket.id}>
          <Link
            href={`/queue/${queue}/${ticket.id}`}
            prefetch={false}
            className="flex min-h-7 items-center justify-between gap-2 hover:text-accent pointer-coarse:min-h-11"
          >
            <span className="truncate" dir="auto">
              {ticket.subject || `#${ticket.number}`}
            </span>
            <span className="shrink-0 text-faint">{t(STATUS_WORDS[ticket.status])}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
