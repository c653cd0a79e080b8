import { type SQL, sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import {
  ANSWER_STATES,
  ARTICLE_STATES,
  QUESTION_GROUP_STATES,
  USE_OUTCOMES,
} from "@/lib/knowledge/model";
import { createdAt, id, oneOf, textList, time, tsvector } from "./columns";
import { accounts } from "./customer";
import { categories } from "./desk";
import { people } from "./person";
import { messages, tickets } from "./ticket";

export const articles = pgTable(
  "articles",
  {
    id: id(),
    slug: text().notNull(),
    title: text().notNull(),
    /** Markdown. */
    body: text().notNull(),
    category: text().references(() => categories.slug, { onUpdate: "cascade" }),
    tags: textList(),
    state: text({ enum: ARTICLE_STATES }).notNull().default("draft"),
    demo: boolean().notNull().default(false),
    createdAt: createdAt(),
    updatedAt: time().notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("articles_slug_key").on(t.slug),
    check("articles_state_known", oneOf(t.state, ARTICLE_STATES)),
  ],
);

/** Pieces of published articles, the only text that retrieval reads: it may be shown to customers. */
export const passages = pgTable(
  "passages",
  {
    id: id(),
    articleId: uuid()
      .notNull()
      .references(() => articles.id, { onDelete: "cascade" }),
    position: integer().notNull(),
    title: text().notNull(),
    text: text().notNull(),
    /** Title weighs A, text C. */
    search: tsvector()
      .notNull()
      .generatedAlwaysAs(
        (): SQL =>
          sql`setweight(to_tsvector('english', ${passages.title}), 'A') || setweight(to_tsvector('english', ${passages.text}), 'C')`,
      ),
  },
  (t) => [
    uniqueIndex("passages_position_key").on(t.articleId, t.position),
    // Retrieval: any of the question's words.
    index("passages_search_idx").using("gin", t.search),
  ],
);

/** A reply that people sent, as a template: what may be sent again to the same question. */
export const answers = pgTable(
  "answers",
  {
    /** Made from the masked text, so that the same words are the same answer. */
    id: id(),
    /** Names and everything that differed between its uses stand as `{name}`, `{number}`, … */
    text: text().notNull(),
    /** Two letters, of the questions that it answers; null when not known. */
    language: text(),
    /** The masked words of each sentence: nearly the same answers share most of them. */
    sentenceKeys: textList(),
    /** The article that it was made from. */
    articleId: uuid().references(() => articles.id, { onDelete: "set null" }),
    /** Private to the accounts that got it, until it is released. */
    state: text({ enum: ANSWER_STATES }).notNull().default("private"),
    /** The reviewer who released it; null when two accounts had got it. */
    releasedBy: uuid().references(() => people.id, { onDelete: "set null" }),
    mergedIntoId: uuid().references((): AnyPgColumn => answers.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    updatedAt: time().notNull().defaultNow(),
  },
  (t) => [
    // Nearly the same answers.
    index("answers_sentences_idx").using("gin", t.sentenceKeys),
    // The list of answers, newest first.
    index("answers_updated_idx").on(t.updatedAt, t.id),
    check("answers_state_known", oneOf(t.state, ANSWER_STATES)),
    check("answers_not_merged_into_itself", sql`${t.mergedIntoId} <> ${t.id}`),
  ],
);

/** A ticket that was answered with an answer or from an article, and what became of it. */
export const answerUses = pgTable(
  "answer_uses",
  {
    id: id(),
    answerId: uuid().references(() => answers.id, { onDelete: "cascade" }),
    articleId: uuid().references(() => articles.id, { onDelete: "cascade" }),
    ticketId: uuid()
      .notNull()
      .references(() => tickets.id, { onDelete: "cascade" }),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    /** The reply. Unique, so a job that runs twice counts it once. */
    messageId: uuid()
      .notNull()
      .references(() => messages.id, { onDelete: "cascade" }),
    /** A person sent it, or approved it; false: the desk did by itself. */
    byPerson: boolean().notNull(),
    /** The ticket was to be resolved by it: writing again then means that it did not help. */
    resolves: boolean().notNull(),
    /** A person approved it as it was, or nearly. */
    accepted: boolean().notNull(),
    /** What the customer asked, as the predictor reads it. */
    question: text().notNull(),
    search: tsvector()
      .notNull()
      .generatedAlwaysAs((): SQL => sql`to_tsvector('english', ${answerUses.question})`),
    outcome: text({ enum: USE_OUTCOMES }),
    sentAt: time().notNull(),
    undoneAt: time(),
  },
  (t) => [
    uniqueIndex("answer_uses_message_key").on(t.messageId),
    // Retrieval: past questions with any of the words.
    index("answer_uses_search_idx").using("gin", t.search),
    // Whose history an answer is.
    index("answer_uses_answer_idx").on(t.answerId, t.accountId),
    index("answer_uses_article_idx").on(t.articleId),
    index("answer_uses_ticket_idx").on(t.ticketId, t.sentAt),
    // What the clock looks for: replies that nobody has said anything about.
    index("answer_uses_silent_idx").on(t.sentAt).where(sql`${t.outcome} is null`),
    check("answer_uses_one_class", sql`num_nonnulls(${t.answerId}, ${t.articleId}) = 1`),
    check("answer_uses_outcome_known", oneOf(t.outcome, USE_OUTCOMES)),
  ],
);

/** Questions of one kind that nothing known answers. */
export const questionGroups = pgTable(
  "question_groups",
  {
    id: id(),
    /** What its questions have in common, the most telling word first. */
    words: textList(),
    /** The question that is most like the others. */
    example: text().notNull(),
    /** `open` until people answer its kind; `dismissed`: somebody has said that it needs no answer. */
    state: text({ enum: QUESTION_GROUP_STATES }).notNull().default("open"),
    /** Written for it. */
    articleId: uuid().references(() => articles.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    updatedAt: time().notNull().defaultNow(),
  },
  (t) => [
    // The list of unknown kinds, the latest first.
    index("question_groups_state_idx").on(t.state, t.updatedAt),
    check("question_groups_state_known", oneOf(t.state, QUESTION_GROUP_STATES)),
  ],
);

/** A ticket whose question was unlike anything seen. */
export const novelQuestions = pgTable(
  "novel_questions",
  {
    ticketId: uuid()
      .primaryKey()
      .references(() => tickets.id, { onDelete: "cascade" }),
    groupId: uuid()
      .notNull()
      .references(() => questionGroups.id, { onDelete: "cascade" }),
    question: text().notNull(),
    search: tsvector()
      .notNull()
      .generatedAlwaysAs((): SQL => sql`to_tsvector('english', ${novelQuestions.question})`),
    createdAt: createdAt(),
    /** A person has answered it. */
    answeredAt: time(),
  },
  (t) => [
    // Its like: questions with any of the words.
    index("novel_questions_search_idx").using("gin", t.search),
    index("novel_questions_group_idx").on(t.groupId, t.createdAt),
  ],
);
