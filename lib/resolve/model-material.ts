import { answerClass, articleClass } from "../knowledge/model";
import type { Facts, Gathered } from "./gather";
import type { Source } from "./model";
import type { Block, Entry } from "./model-context";

/** Articles and passages of each that a model may read. */
const READ = { articles: 5, passages: 4 };
const PAGE_CHARACTERS = 2000;
/** What articles and the desk's own words are written in. */
const WRITTEN_IN = "en";

/** Something that a sentence may rest on. */
export type Citable = Omit<Source, "quote"> & {
  text: string;
  language: string;
  /** As the predictor names it; null: nothing that is learned. */
  subject: string | null;
};

/** What a model may read, and what of it a reply may cite, by the ids of this request. */
export type Material = { blocks: Block[]; citable: Map<string, Citable> };

/** The material of one draft: nothing of a note, nothing of another account. */
export function materialOf(gathered: Gathered): Material {
  const { question, facts } = gathered;
  const citable = new Map<string, Citable>();
  const cite = (letter: string, all: readonly Citable[]): Entry[] =>
    all.map((one, at) => {
      const id = `${letter}${at + 1}`;
      citable.set(id, one);
      return { id, title: one.title, text: one.text };
    });
  const blocks: Block[] = [
    { name: "question", entries: "text" in question ? [{ text: question.text }] : [] },
    { name: "tried", entries: facts.tried.map(({ step, helped }) => ({ step, helped })) },
    { name: "account", entries: cite("F", accountFacts(facts)) },
    { name: "passages", entries: cite("P", passagesOf(gathered)) },
    { name: "answers", entries: cite("A", answersOf(gathered)) },
    { name: "thread", entries: facts.thread.map(({ author, text, at }) => ({ author, text, at })) },
    { name: "page", entries: pageOf(facts) },
    { name: "tools_used", entries: facts.toolsUsed.map((name) => ({ name })) },
    { name: "earlier_tickets", entries: facts.earlierTickets.map(earlier) },
  ];
  return { blocks, citable };
}

function passagesOf({ match }: Gathered): Citable[] {
  return match.articles.slice(0, READ.articles).flatMap(({ articleId, title, passages }) =>
    passages.slice(0, READ.passages).map(({ passageId, text }) => ({
      ...{ articleId, passageId, title, text },
      language: WRITTEN_IN,
      subject: articleClass(articleId),
    })),
  );
}

/** The answer that the desk itself would send first, then others to such questions. */
function answersOf({ answer, examples }: Gathered): Citable[] {
  const ready = answer && answer.missing.length === 0 ? [answer] : [];
  const others = examples.filter(({ id }) => id !== answer?.id);
  return [...ready, ...others].map(({ id, text, language, articleId }) => ({
    articleId: articleId ?? id,
    passageId: id,
    title: "Answer that people have sent",
    text,
    language: language ?? WRITTEN_IN,
    subject: answerClass(id),
  }));
}

/** What is known of the account, a sentence for each thing, so that a reply can rest on it. */
function accountFacts({ account, billing }: Facts): Citable[] {
  const { tier, seats, trialUntil, usage, onboarding } = account;
  const lines = [
    `The account is of the tier ${tier} and has ${seats} seats.`,
    trialUntil && `The trial runs until ${day(trialUntil)}.`,
    ...Object.entries(usage).map(([name, value]) => `Usage, ${name}: ${String(value)}.`),
    ...onboarding.map(({ step, done }) => `Onboarding, ${step}: ${done ? "done" : "not done"}.`),
    ...billing.map(({ kind, detail, amountCents, currency, at }) => {
      const amount = amountCents === null ? "" : `, ${(amountCents / 100).toFixed(2)} ${currency}`;
      return `Billing on ${day(at)}: ${kind.replaceAll("_", " ")}${amount}${detail && `, ${detail}`}.`;
    }),
  ];
  return lines.flatMap((text, at) =>
    text
      ? [
          {
            articleId: "account",
            passageId: `account-${at + 1}`,
            title: "What is known of the account",
            text,
            language: WRITTEN_IN,
            subject: null,
          },
        ]
      : [],
  );
}

const day = (at: Date): string => at.toISOString().slice(0, 10);

const pageOf = ({ page }: Facts): Entry[] =>
  page === null ? [] : [{ page: (JSON.stringify(page) ?? "").slice(0, PAGE_CHARACTERS) }];

const earlier = ({
  subject,
  status,
  primaryIntent,
  createdAt,
}: Facts["earlierTickets"][number]) => ({
  subject,
  status,
  about: primaryIntent,
  at: day(createdAt),
});
