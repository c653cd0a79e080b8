import { type AnyColumn, type SQL, sql } from "drizzle-orm";
import { customType, jsonb, text, timestamp, uuid } from "drizzle-orm/pg-core";

/** Primary key, uuid v7: made in code, so that a row can be named before it is stored. */
export const id = () => uuid().primaryKey();

export const time = () => timestamp({ withTimezone: true, precision: 3 });

export const createdAt = () => time().notNull().defaultNow();

/** A list of words; empty rather than null. */
export const textList = () => text().array().notNull().default(sql`'{}'::text[]`);

export const json = <T>() => jsonb().$type<T>();

/** A check constraint's condition: the column holds one of the words in `values`. */
export function oneOf(column: AnyColumn, values: readonly string[]): SQL {
  const words = values.map((value) => `'${value.replaceAll("'", "''")}'`).join(", ");
  return sql`${column} in (${sql.raw(words)})`;
}

/** A check constraint's condition: null, or a finite probability. NaN is above 1 in Postgres. */
export function probability(column: AnyColumn): SQL {
  return sql`${column} >= 0 and ${column} <= 1`;
}

/** Words of a text with their places, for the search. */
export const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });
