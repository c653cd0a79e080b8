import type { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { fromPglite } from "pg-boss";
import { type Database, schema } from "../client";

/** An embedded database in memory, in the shape that the product opens. */
export function embedded(lite: PGlite): Database {
  return {
    kind: "embedded",
    db: drizzle(lite, { schema, casing: "snake_case" }),
    listen: async (channel, heard) => lite.listen(channel, heard),
    bossOptions: async () => ({ db: fromPglite(lite), backend: "pglite" }),
    close: () => lite.close(),
  };
}
