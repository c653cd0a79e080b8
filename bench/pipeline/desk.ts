import { eq } from "drizzle-orm";
import { openDatabase } from "@/db/open";
import { connections } from "@/db/schema/channel";
import { writeSetting } from "@/lib/desk";
import { DEFAULT_CATEGORIES } from "@/lib/desk/model";
import { saveArticle } from "@/lib/knowledge";
import type { Context, Tools } from "@/lib/platform/context";
import { parseEnv } from "@/lib/platform/env";
import { openJobs } from "@/lib/platform/jobs";
import { jobNames } from "@/lib/runner";
import { copyDesk, ensureDesk, onServer, SECRET, type Size, server } from "../desks/build";

/** Settings of the worker processes. */
export const workerEnv = (databaseUrl: string): Record<string, string> => ({
  NODE_ENV: "production",
  DATABASE_URL: databaseUrl,
  NEXTAUTH_SECRET: SECRET,
  PUBLIC_URL: "http://desk.example.org",
  SMTP_URL: "",
  WORKERS: "on",
  WORKER_PORT: "",
  DEMO: "off",
  LOG_LEVEL: "error",
});

/** A copy of a generated desk that answers export questions by itself. */
export type BenchDesk = {
  size: Size;
  url: string;
  db: Tools["db"];
  /** The other system, as `ingest` sees it. */
  sender: Context;
  drop: () => Promise<void>;
};

export async function openBenchDesk(size: Size, tell: (words: string) => void): Promise<BenchDesk> {
  const template = await ensureDesk(size, tell);
  const name = `deskhand_bench_${process.pid}_${size}`;
  await copyDesk(template, name);
  const url = `${server()}/${name}`;
  const database = await openDatabase({ databaseUrl: url, dataDir: "" });
  const jobs = await openJobs(database, jobNames);
  const tools: Tools = {
    db: database.db,
    jobs,
    env: parseEnv(workerEnv(url)),
    now: () => new Date(),
  };
  const ctx: Context = { ...tools, actor: { type: "system", name: "bench" } };
  const categories = DEFAULT_CATEGORIES.map(({ slug }) => slug);
  await writeSetting(ctx.db, "ai.uncapped", { categories, articles: [] }, ctx.now());
  await writeSetting(ctx.db, "ai.bands", { send: 0.5, flag: 0.4 }, ctx.now());
  await saveArticle(ctx, ARTICLE);
  const [other] = await ctx.db
    .select({ id: connections.id })
    .from(connections)
    .where(eq(connections.name, "Generated"));
  if (!other) throw new Error(`${template} has no connection: drop it and make it again.`);
  return {
    size,
    url,
    db: ctx.db,
    sender: { ...tools, actor: { type: "connection", connectionId: other.id, scopes: ["ingest"] } },
    async drop() {
      await jobs.stop(1);
      await database.close();
      await onServer("postgres", (sql) =>
        sql.unsafe(`drop database if exists ${name} with (force)`),
      );
    },
  };
}

const ARTICLE = {
  slug: "export-time-entries",
  title: "Export time entries as CSV",
  category: "technical",
  body: "Open Reports and choose the months that you need. Choose Export, then CSV, and we mail you a link to the file.\n\nThe link works for seven days. Exports over 500,000 rows are split into several files.",
};
