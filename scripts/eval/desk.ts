import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { seedDefaults } from "@/db/defaults";
import { openDatabase } from "@/db/open";
import { connections } from "@/db/schema/channel";
import { fillDemo } from "@/lib/boot-demo";
import { type Context, type Tools, transaction } from "@/lib/platform/context";
import { env, parseEnv } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";
import { openJobs } from "@/lib/platform/jobs";
import { seal } from "@/lib/platform/secrets";
import { jobNames } from "@/lib/runner";
import { copyDesk, type Place } from "./copy";

/** A desk to play with: its clock is ours, and nothing of it reaches anybody. */
export type EvalDesk = {
  tools: Tools;
  /** The system that sends questions, as `ingest` sees it. */
  sender: Context;
  advance: (ms: number) => void;
  /** Closes the desk and removes everything of it. */
  drop: () => Promise<void>;
};

/** A copy of this desk. */
export const openCopy = async (): Promise<EvalDesk> => furnish(await copyDesk());

/** A desk with the demo company. */
export async function openDemo(): Promise<EvalDesk> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "deskhand-eval-"));
  const remove = async () => rmSync(dataDir, { recursive: true, force: true });
  return furnish({ dataDir, remove }, async (ctx) => {
    await seedDefaults(ctx.db, ctx.now());
    await transaction(ctx, (tx) => fillDemo(tx, () => undefined));
  });
}

async function furnish(
  place: Place,
  fill: (ctx: Context) => Promise<void> = async () => undefined,
): Promise<EvalDesk> {
  const database = await openDatabase(place);
  const runner = await openJobs(database, jobNames);
  const clock = { aheadMs: 0 };
  const now = () => new Date(Date.now() + clock.aheadMs);
  // The same secret, or keys of providers could not be read; no mail server, so no mail leaves.
  const secret = env().NEXTAUTH_SECRET;
  const own = parseEnv({ NODE_ENV: "production", NEXTAUTH_SECRET: secret, LOG_LEVEL: "error" });
  const tools: Tools = { db: database.db, jobs: runner, env: own, now };
  await fill({ ...tools, actor: { type: "system", name: "eval" } });
  await silence(tools);
  const connectionId = newId();
  await tools.db.insert(connections).values({
    ...{ id: connectionId, name: `Eval ${connectionId}`, source: "eval" },
    secretSealed: seal(secret, "whsec_nobody_signs_here"),
  });
  return {
    tools,
    sender: { ...tools, actor: { type: "connection", connectionId, scopes: ["ingest"] } },
    advance(ms) {
      clock.aheadMs += ms;
    },
    async drop() {
      await runner.stop(1);
      await database.close();
      await place.remove();
    },
  };
}

/** What a copy has still to do is done by the desk itself, and by nobody twice. */
async function silence({ db }: Tools): Promise<void> {
  await db.execute(sql`update connections set reply_url = null`);
  await db.execute(sql`update tools set enabled = false`);
  await db.execute(sql`delete from pgboss.schedule`);
  await db.execute(sql`delete from pgboss.job`);
}
