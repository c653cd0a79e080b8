"use client";

import Link from "next/link";
import { useState } from "react";
import { useT } from "@/components/i18n/context";
import { PRIORITY_WORDS } from "@/components/queue/row-words";
import { MessageText } from "@/components/ticket/message-text";
import { CHANNEL_WORDS, sentimentWords } from "@/components/ticket/ticket-words";
import { Time } from "@/components/time/time";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { intentWords } from "@/lib/inbox/model";
import type { ReviewItem } from "@/lib/review/model";

/** What the customer asks: the newest question; what was said before is folded. */
export function Question({ item }: { item: ReviewItem }) {
  const t = useT();
  const { ticket, thread, customer, attempt } = item;
  const [whole, setWhole] = useState(false);
  // What was sent because of the draft stands below, as the reply.
  const said = thread.filter(({ author, text }) => author === "customer" || text !== item.sentText);
  const asked = said.findLastIndex(({ author }) => author === "customer");
  const shown = whole ? said : said.slice(Math.max(0, asked));
  return (
    <section aria-label={t("Question")} className="flex flex-col gap-2">
      <header className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 className="font-semibold text-base" dir="auto">
          {customer.name} · {ticket.subject || t("No subject")}
        </h2>
        <p className="text-faint">
          <Link
            href={`/queue/open/${ticket.id}`}
            prefetch={false}
            className="underline underline-offset-2"
          >
            #{ticket.number}
          </Link>{" "}
          · {t(CHANNEL_WORDS[ticket.channel])} · <Time at={attempt.createdAt} />
        </p>
      </header>
      <Labels ticket={ticket} />
      {ticket.escalationReason ? (
        <p className="text-held">
          {t("It arrived escalated: {{why}}", { why: ticket.escalationReason })}
        </p>
      ) : null}
      {said.length > shown.length || whole ? (
        <Button
          kind="quiet"
          className="-ml-2.5 self-start text-accent"
          aria-expanded={whole}
          onClick={() => setWhole(!whole)}
        >
          {whole
            ? t("Only the question")
            : t("{{n}} earlier messages", { n: said.length - shown.length })}
        </Button>
      ) : null}
      {shown.map((message) => (
        <div key={message.id}>
          {whole || message.author !== "customer" ? (
            <p className="text-faint text-xs">
              {message.name} · <Time at={message.createdAt} />
            </p>
          ) : null}
          <MessageText text={message.text} />
        </div>
      ))}
    </section>
  );
}

/** What it is about, and how it sounds. */
function Labels({ ticket }: Pick<ReviewItem, "ticket">) {
  const t = useT();
  const hot = ticket.priority === "high" || ticket.priority === "urgent";
  return (
    <p className="flex flex-wrap gap-1.5">
      {ticket.intent ? <Chip>{intentWords(ticket.intent)}</Chip> : null}
      <Chip>{ticket.category}</Chip>
      <Chip tone={hot ? "hot" : "plain"}>{t(PRIORITY_WORDS[ticket.priority])}</Chip>
      {ticket.sentiment !== null && ticket.sentiment <= -0.2 ? (
        <Chip tone="hot">{sentimentWords(ticket.sentiment, t)}</Chip>
      ) : null}
    </p>
  );
}
