"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useRowKeys } from "@/components/desk/row-keys";
import type { T } from "@/components/i18n/catalogue";
import { useT } from "@/components/i18n/context";
import { says } from "@/components/i18n/says";
import { Time } from "@/components/time/time";
import { Chip } from "@/components/ui/chip";
import type { UnknownKindView } from "@/lib/knowledge/model";
import { Loaded } from "./loaded";
import { Panel } from "./panel";
import { unknownKindQuery } from "./progress-queries";
import { UnknownActions } from "./unknown-actions";
import { ArticleLink } from "./unknown-line";

const STATE_WORDS: Record<UnknownKindView["state"], string> = says({
  open: "Nothing known answers it yet",
  answered: "Answered: the desk knows this kind now",
  dismissed: "Dismissed: it needs no answer",
});

/** One kind of unknown questions with its tickets. */
export function UnknownScreen({ id, mayChange }: { id: string; mayChange: boolean }) {
  const t = useT();
  const query = useQuery(unknownKindQuery(id));
  return (
    <Loaded query={query} failed={t("This kind of questions could not be loaded")}>
      {(kind) => (
        <>
          <Panel title={t("The kind")} hint={t(STATE_WORDS[kind.state])}>
            <blockquote className="border-l-2 pl-3 wrap-anywhere" dir="auto">
              {kind.example}
            </blockquote>
            <p className="mt-2 mb-3 flex flex-wrap items-center gap-1.5 text-soft text-xs">
              {kind.words.map((word) => (
                <Chip key={word}>{word}</Chip>
              ))}
              <ArticleLink article={kind.article} />
            </p>
            {mayChange ? <UnknownActions kind={kind} /> : null}
          </Panel>
          <Panel title={t("Tickets")} hint={asked(kind, t)}>
            <Tickets tickets={kind.tickets} />
          </Panel>
        </>
      )}
    </Loaded>
  );
}

function Tickets({ tickets }: Pick<UnknownKindView, "tickets">) {
  const t = useT();
  const keys = useRowKeys(tickets.length > 0);
  return (
    <ol aria-label={t("Tickets of this kind")} {...keys}>
      {tickets.map((ticket) => (
        <li key={ticket.id} className="flex items-baseline gap-3 border-t py-2 first:border-t-0">
          <Link href={`/queue/open/${ticket.id}`} prefetch={false} data-row className="shrink-0">
            #{ticket.number}
          </Link>
          <span className="min-w-0 flex-1">
            <span className="line-clamp-2 wrap-anywhere" dir="auto">
              {ticket.question}
            </span>
            {ticket.answeredAt ? (
              <Time at={ticket.answeredAt} prefix={t("Answered by a person")} className="text-xs" />
            ) : null}
          </span>
          <Time at={ticket.askedAt} className="shrink-0 text-faint text-xs" />
        </li>
      ))}
    </ol>
  );
}

function asked({ size, answered, tickets }: UnknownKindView, t: T): string {
  return size > tickets.length
    ? t("Asked {{count}} times, {{answered}} answered by people; the newest {{n}}.", {
        count: size,
        answered,
        n: tickets.length,
      })
    : t("Asked {{count}} times, {{answered}} answered by people.", { count: size, answered });
}
