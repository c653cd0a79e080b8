"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { useT } from "@/components/i18n/context";
import { formatOf } from "@/components/i18n/format";
import { Fact, Facts, PanelSection } from "@/components/ticket/panel-parts";
import { billingWords, TIER_WORDS } from "@/components/ticket/ticket-words";
import { Time } from "@/components/time/time";
import type { ReviewItem, SimilarTicket, SourceView } from "@/lib/review/model";

/** What speaks for a draft and against it, and who asks. */
export function Evidence({ item }: { item: ReviewItem }) {
  const t = useT();
  return (
    <aside
      aria-label={t("Evidence")}
      className="min-h-0 border-l bg-panel max-xl:border-t max-xl:border-l-0 xl:overflow-y-auto"
    >
      <Parts item={item} />
      <PanelSection title={t("Sources")}>
        {item.sources.length === 0 ? (
          <p className="text-soft">{t("It rests on no source.")}</p>
        ) : null}
        <ol className="flex flex-col gap-2">
          {item.sources.map((source, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the number is what the draft cites
            <Source key={at} source={source} number={at + 1} />
          ))}
        </ol>
      </PanelSection>
      <PanelSection title={t("Answered before")}>
        {item.similar.length === 0 ? (
          <p className="text-soft">{t("Nothing like it was answered before.")}</p>
        ) : null}
        <ul className="flex flex-col gap-2">
          {item.similar.map((ticket) => (
            <Similar key={ticket.id + ticket.sentAt} ticket={ticket} />
          ))}
        </ul>
      </PanelSection>
      <Customer item={item} />
    </aside>
  );
}

function Parts({ item: { attempt } }: { item: ReviewItem }) {
  const t = useT();
  const supported = attempt.sentences.filter(({ sources }) => sources.length > 0).length;
  const all = attempt.sentences.length;
  return (
    <PanelSection title={t("Why this score")}>
      <ul className="flex flex-col gap-1.5">
        {all > 0 ? (
          <Part share={supported / all}>
            {t("{{n}} of {{total}} sentences have a source", { n: supported, total: all })}
          </Part>
        ) : null}
        {attempt.parts.map((part) => (
          <Part key={part.name} share={part.name === "cap" ? null : part.value}>
            {t.stored(part.words)}
          </Part>
        ))}
      </ul>
      {attempt.leftOut.length > 0 ? (
        <p className="mt-2 text-soft">
          {t("Left out, because tried: {{steps}}.", { steps: attempt.leftOut.join("; ") })}
        </p>
      ) : null}
    </PanelSection>
  );
}

/** A part in words; its bar only says again what the words say. */
function Part({ share, children }: { share: number | null; children: ReactNode }) {
  const bar = share !== null && share >= 0 && share <= 1;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_84px] items-center gap-3 text-soft">
      <span className="wrap-anywhere">{children}</span>
      {bar ? (
        <span aria-hidden className="h-1.5 overflow-hidden rounded-full bg-line">
          <span
            className="block h-full rounded-full bg-accent"
            style={{ width: `${share * 100}%` }}
          />
        </span>
      ) : null}
    </li>
  );
}

function Source({ source, number }: { source: SourceView; number: number }) {
  const t = useT();
  return (
    <li className="rounded-lg border px-3 py-2.5">
      <p className="font-semibold">
        {number} ·{" "}
        {source.articleId ? (
          <Link href={`/articles/${source.articleId}`} prefetch={false} className="hover:underline">
            {source.title}
          </Link>
        ) : (
          source.title
        )}
      </p>
      {source.changed ? (
        <p className="text-rev">{t("The article reads otherwise now. It said then:")}</p>
      ) : null}
      <p className="mt-1 whitespace-pre-wrap wrap-anywhere text-soft" dir="auto">
        {source.pieces.map((piece, at) =>
          piece.used ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never move
            <mark key={at} className="rounded-sm bg-rev-bg text-ink">
              {piece.text}
            </mark>
          ) : (
            piece.text
          ),
        )}
      </p>
    </li>
  );
}

function Similar({ ticket }: { ticket: SimilarTicket }) {
  const t = useT();
  return (
    <li className="rounded-lg border px-3 py-2.5">
      <p className="font-semibold">
        {ticket.same ? t("Answered like this") : t("Answered otherwise")}:{" "}
        <Link href={`/queue/open/${ticket.id}`} prefetch={false} className="hover:underline">
          #{ticket.number}
        </Link>
        , <Time at={ticket.sentAt} />
      </p>
      <p className="mt-1 line-clamp-2 text-soft" dir="auto">
        {ticket.question}
      </p>
      {ticket.same ? null : (
        <p className="mt-1 line-clamp-3" dir="auto">
          {ticket.answer}
        </p>
      )}
      {ticket.outcome ? (
        <p className="mt-1 text-faint text-xs">
          {ticket.outcome.split(", ").map(t.stored).join(", ")}
        </p>
      ) : null}
    </li>
  );
}

function Customer({ item: { customer, ticket } }: { item: ReviewItem }) {
  const t = useT();
  return (
    <PanelSection title={t("Customer")}>
      <Facts>
        <Fact name={t("Account")}>
          {customer.account} · {t(TIER_WORDS[customer.tier])}
        </Fact>
        <Fact name={t("Seats")}>{customer.seats}</Fact>
        {customer.trialUntil ? (
          <Fact name={t("Trial until")}>{formatOf(t).day(customer.trialUntil)}</Fact>
        ) : null}
        {ticket.team ? <Fact name={t("Team")}>{ticket.team}</Fact> : null}
        <Fact name={t("Open tickets")}>
          {customer.open.length === 0 ? t("no other") : null}
          {customer.open.map((other) => (
            <Link
              key={other.id}
              href={`/queue/open/${other.id}`}
              prefetch={false}
              className="block truncate py-0.5 hover:underline pointer-coarse:py-3"
            >
              #{other.number} {other.subject}
            </Link>
          ))}
        </Fact>
        {customer.billing.length > 0 ? (
          <Fact name={t("Billing")}>
            {customer.billing.map(({ kind, at }) => (
              <span key={kind + at} className="block">
                {billingWords(kind, t)}, <Time at={at} />
              </span>
            ))}
          </Fact>
        ) : null}
      </Facts>
    </PanelSection>
  );
}
