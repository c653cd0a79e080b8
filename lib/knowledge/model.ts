import { z } from "zod";

export const ARTICLE_STATES = ["draft", "published", "retired"] as const;
export type ArticleState = (typeof ARTICLE_STATES)[number];

/** `private`: only for the accounts that got it; `released`: for everyone. */
export const ANSWER_STATES = ["private", "released", "retired"] as const;
export type AnswerState = (typeof ANSWER_STATES)[number];

/** Kinds of questions that nothing known answers. */
export const QUESTION_GROUP_STATES = ["open", "answered", "dismissed"] as const;
export type QuestionGroupState = (typeof QUESTION_GROUP_STATES)[number];

/** What became of a reply: nobody wrote again for a week, the customer confirmed, or wrote again. */
export const USE_OUTCOMES = ["quiet", "confirmed", "reopened"] as const;
export type UseOutcome = (typeof USE_OUTCOMES)[number];

/** What can be sent for a question, as the predictor names it: an answer or an article. */
export const answerClass = (id: string): string => `answer:${id}`;
export const articleClass = (id: string): string => `article:${id}`;

/** The answer or article that a class names; null for anything else. */
export function classOf(name: string): { answerId: string } | { articleId: string } | null {
  const [kind, id] = name.split(":");
  if (!id) return null;
  if (kind === "answer") return { answerId: id };
  return kind === "article" ? { articleId: id } : null;
}

export const AnswerRef = z.object({ answerId: z.uuid() });
export type AnswerRef = z.infer<typeof AnswerRef>;

/** What may stand in an answer in braces, and is filled in, or by a person, when it is sent. */
export const PLACEHOLDERS = [
  "name",
  "account",
  "email",
  "ticket",
  "number",
  "amount",
  "address",
  "link",
] as const;

/** Words in braces that are no placeholder: nobody could fill them in. */
export function unknownPlaceholders(text: string): string[] {
  const known: readonly string[] = PLACEHOLDERS;
  const named = [...text.matchAll(/\{([^{}\n]{0,60})\}/g)].map(([, name = ""]) => name);
  return [...new Set(named.filter((name) => !known.includes(name)))];
}

export const EditAnswerInput = z.object({
  answerId: z.uuid(),
  text: z
    .string()
    .trim()
    .min(1)
    .max(5000)
    .refine(
      (text) => unknownPlaceholders(text).length === 0,
      `may hold in braces only ${PLACEHOLDERS.map((name) => `{${name}}`).join(", ")}`,
    ),
});
export type EditAnswerInput = z.infer<typeof EditAnswerInput>;

export const MergeAnswersInput = z.object({ from: z.uuid(), into: z.uuid() });
export type MergeAnswersInput = z.infer<typeof MergeAnswersInput>;

export const OwnerArticleInput = z.object({
  answerId: z.uuid(),
  /** Null: none. */
  articleId: z.uuid().nullable(),
});
export type OwnerArticleInput = z.infer<typeof OwnerArticleInput>;

export const QuestionGroupRef = z.object({ groupId: z.uuid() });
export type QuestionGroupRef = z.infer<typeof QuestionGroupRef>;

/** An article that was written for questions of one kind. */
export const LinkArticleInput = QuestionGroupRef.extend({ articleId: z.uuid() });
export type LinkArticleInput = z.infer<typeof LinkArticleInput>;

/** Questions of one kind that nothing known answers. */
export const UnknownKind = z.object({
  id: z.string(),
  state: z.enum(QUESTION_GROUP_STATES),
  words: z.array(z.string()),
  example: z.string(),
  size: z.number().int(),
  /** Of them, answered by people. */
  answered: z.number().int(),
  lastAskedAt: z.iso.datetime(),
  article: z
    .object({ id: z.string(), title: z.string(), state: z.enum(ARTICLE_STATES) })
    .nullable(),
});
export type UnknownKind = z.infer<typeof UnknownKind>;

export const UnknownQuery = z.object({
  state: z.enum(QUESTION_GROUP_STATES).default("open"),
  /** All of them, up to a limit; else those that were asked most. */
  all: z.enum(["yes", "no"]).default("no"),
});
export type UnknownQuery = z.infer<typeof UnknownQuery>;

export const UnknownKinds = z.object({
  /** The one that was asked most first. */
  kinds: z.array(UnknownKind),
  /** Groups in each state, and questions in the open ones. */
  open: z.number().int(),
  answered: z.number().int(),
  dismissed: z.number().int(),
  questions: z.number().int(),
});
export type UnknownKinds = z.infer<typeof UnknownKinds>;

/** A group by its id, or by a ticket in it: groups may be joined, tickets keep theirs. */
export const UnknownRef = z.object({ id: z.string().max(60) });
export type UnknownRef = z.infer<typeof UnknownRef>;

export const UnknownKindView = UnknownKind.extend({
  tickets: z.array(
    z.object({
      id: z.string(),
      number: z.number().int(),
      question: z.string(),
      askedAt: z.iso.datetime(),
      answeredAt: z.iso.datetime().nullable(),
    }),
  ),
});
export type UnknownKindView = z.infer<typeof UnknownKindView>;

/** A piece of an article that can be cited: one heading's text, of a few sentences. */
export const Passage = z.object({
  passageId: z.string(),
  articleId: z.string(),
  slug: z.string(),
  title: z.string(),
  text: z.string(),
  /** Place in its article, from 0. */
  position: z.number().int(),
  /** Relevance for a query, ≥ 0; comparable only within one answer of the search. */
  rank: z.number(),
});
export type Passage = z.infer<typeof Passage>;

/** What a person writes; the slug is made from the title when left out. */
export const ArticleInput = z.object({
  articleId: z.uuid().optional(),
  slug: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,99}$/, "lower-case letters, digits and hyphens")
    .optional(),
  title: z.string().trim().min(1).max(200),
  /** Markdown. */
  body: z.string().trim().min(1).max(100_000),
  category: z.string().max(64).nullable().default(null),
  tags: z.array(z.string().trim().min(1).max(64)).max(50).default([]),
  /** Retiring has its own verb. */
  state: z.enum(["draft", "published"]).default("published"),
  demo: z.boolean().default(false),
});
export type ArticleInput = z.input<typeof ArticleInput>;

/** A folder of Markdown, as files; a request holds about a megabyte. */
export const ImportInput = z.object({
  files: z
    .array(z.object({ path: z.string().min(1).max(500), text: z.string().max(200_000) }))
    .min(1)
    .max(200),
  state: z.enum(["draft", "published"]).default("published"),
});
export type ImportInput = z.input<typeof ImportInput>;

export type ImportOutcome = {
  created: number;
  changed: number;
  same: number;
  refused: { path: string; why: string }[];
};

export const ArticleRef = z.object({ articleId: z.uuid() });
export type ArticleRef = z.infer<typeof ArticleRef>;

/** An article that fits a question, with what speaks for it. All shares are in 0..1. */
export type ArticleMatch = {
  articleId: string;
  slug: string;
  title: string;
  category: string | null;
  /** Fused score of the ranking, 0..1; comparable within one search. */
  score: number;
  /** Share of the question's words, weighted by rarity, that the article holds. */
  coverage: number;
  /** The same for its best single passage. */
  passageCoverage: number;
  /** How far question and title say the same. */
  titleMatch: number;
  /** How many of the question's words the article holds. */
  heldWords: number;
  /** Best passages first. */
  passages: Passage[];
};

/** What the knowledge base has for a question. */
export type KnowledgeMatch = {
  /** Best first. */
  articles: ArticleMatch[];
  /** The question's words (stems), and how many published articles hold each. */
  words: { word: string; articles: number }[];
  /** Share of these words that no article holds, 0..1; 1 for a question without words. */
  unknownShare: number;
  /** Published articles in all. */
  total: number;
};

export const SnippetsQuery = z.object({
  /** Words to search for. */
  q: z.string().max(200),
  /** The ticket that is answered, `t_…`: an answer to one account is shown to no other. */
  ticket: z.string().max(60),
});
export type SnippetsQuery = z.output<typeof SnippetsQuery>;

/** Words of the knowledge base that may be put into a reply. */
export const Snippet = z.object({
  id: z.string(),
  kind: z.enum(["article", "answer"]),
  /** Of the article; of an answer, its first words. */
  title: z.string(),
  text: z.string(),
});
export type Snippet = z.infer<typeof Snippet>;

/** Best first. */
export const Snippets = z.array(Snippet);
export type Snippets = z.infer<typeof Snippets>;
