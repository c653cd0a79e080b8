import Link from "next/link";
import type { KeyboardEvent } from "react";
import { useT } from "@/components/i18n/context";
import { Time } from "@/components/time/time";
import { Chip } from "@/components/ui/chip";
import { STATUS_WORDS } from "@/lib/inbox/model";
import type { CustomerHit, TicketHit } from "@/lib/search/model";
import { Marked } from "./marked";
import { WHERE_WORDS } from "./search-words";

type Keys = { onMove: (event: KeyboardEvent) => void; onOpen: () => void };

const ROW =
  "block rounded-lg px-3.5 py-2.5 -outline-offset-2 hover:bg-bg focus-visible:bg-sel pointer-coarse:min-h-11";

/** A ticket with where the words stand in it. */
export function TicketResult({ ticket, onMove, onOpen }: Keys & { ticket: TicketHit }) {
  const t = useT();
  return (
    <li className="border-b last:border-b-0">
      <Link
        href={`/queue/open/${ticket.id}`}
        prefetch={false}
        className={ROW}
        onKeyDown={onMove}
        onClick={onOpen}
      >
        <span className="flex items-baseline gap-2">
          <span className="shrink-0 text-faint">#{ticket.number}</span>
          <span className="min-w-0 flex-1 truncate font-semibold" dir="auto">
            {ticket.subject.length > 0 ? <Marked pieces={ticket.subject} /> : t("No subject")}
          </span>
          <Time at={ticket.at} as="since" className="shrink-0 text-faint text-xs" />
        </span>
        <span className="line-clamp-2 text-soft wrap-anywhere" dir="auto">
          <Marked pieces={ticket.snippet} />
        </span>
        <span className="mt-1 flex items-center gap-1.5 text-faint text-xs">
          <span className="min-w-0 truncate" dir="auto">
            <Marked pieces={ticket.customer} />
          </span>
          <span className="shrink-0">· {t(STATUS_WORDS[ticket.status])}</span>
          <Chip className="ml-auto shrink-0">{t(WHERE_WORDS[ticket.where])}</Chip>
        </span>
      </Link>
    </li>
  );
}

export function CustomerResult({ customer, onMove, onOpen }: Keys & { customer: CustomerHit }) {
  const t = useT();
  const { email, account, tickets } = customer;
  return (
    <li className="border-b last:border-b-0">
      <Link
        href={`/customers/${customer.id}`}
        prefetch={false}
        className={ROW}
        onKeyDown={onMove}
        onClick={onOpen}
      >
        <span className="flex items-baseline gap-2">
          <span className="min-w-0 flex-1 truncate" dir="auto">
            <span className="font-semibold">
              <Marked pieces={customer.name} />
            </span>{" "}
            <span className="text-faint">{[email, account].filter(Boolean).join(" · ")}</span>
          </span>
          <span className="shrink-0 text-faint text-xs">
            {t("{{count}} tickets", { count: tickets })}
          </span>
        </span>
      </Link>
    </li>
  );
}
