import { readTicket } from "../inbox";
import type { CustomerView, MessageView } from "../inbox/model";
import { searchKnowledge } from "../knowledge";
import type { Context } from "../platform/context";
import { toPublicId } from "../platform/ids";
import { findSnippets } from "../search";
import { earlierTickets, plainText, publicThread } from "../ticket";
import { TICKET_PREFIX } from "../ticket/model";
import type { Block } from "./data-block";
import { dayIn, timeIn } from "./local-time";
import type { CopilotSource } from "./model";

/** Passages of articles, answers, and earlier tickets that go along. */
const MOST = { passages: 6, answers: 3, tickets: 5, turns: 8 };
/** Characters of one text, and of a quote that is shown. */
const CUT = { text: 4000, quote: 280 };

/** What a question may be answered from: each with its name in the prompt and where it is read. */
export type CopilotData = { block: Block; source: CopilotSource }[];

type Named = { id: string; kind: CopilotSource["kind"]; title: string; text: string };

function entry(named: Named, where: { messageId?: string; href?: string } = {}) {
  const text = plainText(named.text).trim().slice(0, CUT.text);
  return {
    block: { id: named.id, kind: named.kind, text: `${named.title}\n${text}` },
    source: {
      kind: named.kind,
      title: named.title,
      quote: text.slice(0, CUT.quote),
      messageId: where.messageId ?? null,
      href: where.href ?? null,
    },
  };
}

/**
 * Everything about a ticket that the person who asks may see on its page, internal notes as well:
 * only people at the desk read the answer, and no draft is made from it. Of other customers nothing:
 * tickets and answers are chosen in SQL. The thread comes first, knowledge last.
 */
export async function copilotData(
  ctx: Context,
  ticket: { id: string; customerId: string },
  { publicId, question, zone }: { publicId: string; question: string; zone: string },
): Promise<CopilotData> {
  const [view, knowledge, answers, earlier] = await Promise.all([
    readTicket(ctx, { id: publicId }),
    searchKnowledge(ctx.db, question),
    findSnippets(ctx, { q: question.slice(0, 200), ticket: publicId }),
    earlierTickets(ctx.db, ticket.customerId, ticket.id, MOST.tickets),
  ]);
  const passages = knowledge.articles
    .flatMap((article) => article.passages)
    .slice(0, MOST.passages);
  return [
    entry({
      id: "f1",
      kind: "facts",
      title: "Customer and account",
      text: facts(view.customer, zone),
    }),
    ...view.messages.map((message, at) =>
      entry(
        {
          id: `m${at + 1}`,
          kind: message.public ? "message" : "note",
          title: titleOf(message, zone),
          text: message.text,
        },
        { messageId: message.id },
      ),
    ),
    ...passages.map(({ articleId, title, text }, at) =>
      entry({ id: `p${at + 1}`, kind: "article", title, text }, { href: `/articles/${articleId}` }),
    ),
    ...answers
      .filter(({ kind }) => kind === "answer")
      .slice(0, MOST.answers)
      .map(({ title, text }, at) =>
        entry({ id: `a${at + 1}`, kind: "answer", title, text }, { href: "/answers" }),
      ),
    ...(await earlierEntries(ctx, earlier)),
  ];
}

type Earlier = Awaited<ReturnType<typeof earlierTickets>>;

function earlierEntries(ctx: Context, earlier: Earlier) {
  return Promise.all(
    earlier.map(async ({ id, number, subject, status }, at) => {
      const thread = await publicThread(ctx.db, id, MOST.turns);
      const said = thread.map(({ author, text }) => `${author}: ${plainText(text)}`).join("\n");
      const title = `#${number} ${subject}`.trim();
      return entry(
        { id: `t${at + 1}`, kind: "ticket", title, text: `${status}\n${said}` },
        { href: `/queue/all/${toPublicId(TICKET_PREFIX, id)}` },
      );
    }),
  );
}

/** Who and when, as the thread shows it. */
const titleOf = ({ name, author, createdAt }: MessageView, zone: string): string =>
  `${name} (${author}), ${timeIn(zone, createdAt)}`;

function facts({ name, account, billing }: CustomerView, zone: string): string {
  const day = (iso: string) => dayIn(zone, iso);
  const money = billing.map(
    ({ kind, detail, amountCents, currency, at }) =>
      `${day(at)} ${kind} ${amountCents === null ? "" : `${amountCents / 100} ${currency ?? ""}`} ${detail}`,
  );
  return [
    `Customer: ${name}`,
    `Account: ${account.name}, plan ${account.tier}, ${account.seats} seats, since ${day(account.since)}`,
    account.trialUntil ? `On trial until ${day(account.trialUntil)}` : "",
    `Onboarding: ${JSON.stringify(account.onboarding)}`,
    `Usage: ${JSON.stringify(account.usage)}`,
    ...money,
  ]
    .filter(Boolean)
    .join("\n");
}
