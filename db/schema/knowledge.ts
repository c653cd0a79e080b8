import { type SQL, sql } from "drizzle-orm";
import {
  boolean,
  check,
  customType,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { ARTICLE_STATES } from "@/lib/knowledge/model";
import { createdAt, id, oneOf, textList, time } from "./columns";
import { categories } from "./desk";

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

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
