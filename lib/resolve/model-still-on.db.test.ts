import { eq, sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { rowsOf } from "@/db/client";
import { llmProviders } from "@/db/schema/llm";
import { as, onPostgres, type TestContext } from "@/db/testing/context";
import { ask, desk, state } from "@/db/testing/drafting";
import { startLlmStub } from "@/db/testing/llm-stub";
import { wordsOf } from "@/db/testing/llm-stub/protocol";
import { useStub as addStub } from "@/db/testing/llm-stub/provider";
import { runJobs } from "@/db/testing/run-jobs";
import { toPublicId } from "../platform/ids";
import { TICKET_PREFIX } from "../ticket/model";
import { streamDraft } from "./stream-draft";

const stub = await startLlmStub();
beforeEach(() => stub.reset());
afterAll(() => stub.close());

const SENTENCES = [
  { text: "Open Reports and choose the months that you need.", citations: ["P1"] },
];

/** Ends when another connection waits for a lock, or when `ended`. */
async function untilSomeoneWaits(ctx: TestContext, ended: () => boolean): Promise<void> {
  const waiting = sql`
    select exists (select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock') as waits`;
  while (!ended()) {
    const [row] = await rowsOf<{ waits: boolean }>(ctx.db, waiting);
    if (row?.waits === true) return;
  }
}

/**
 * Does the work while another connection switches the model off: not committed yet when the work
 * looks whether it is on, and committed while the work stores what the model wrote.
 */
async function switchedOffDuring<T>(
  ctx: TestContext,
  providerId: string,
  work: () => Promise<T>,
): Promise<T> {
  let ended = false;
  const asked = gate();
  const goOn = gate();
  stub.answerWith(async (chat) => {
    if (wordsOf(chat).includes("You draft replies")) {
      asked.open();
      await goOn.opened;
    }
    return { json: { sentences: SENTENCES, unknown: [], followUp: null } };
  });
  const working = work().finally(() => {
    ended = true;
  });
  await asked.opened;
  await ctx.db.transaction(async (tx) => {
    await tx.update(llmProviders).set({ mode: "off" }).where(eq(llmProviders.id, providerId));
    goOn.open();
    await untilSomeoneWaits(ctx, () => ended);
  });
  return working;
}

function gate() {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

test.skipIf(!onPostgres)("nothing is used of a model that is being switched off", async () => {
  const ctx = await desk();
  const providerId = await addStub(ctx, stub);
  const { ticket } = await ask(ctx);

  await switchedOffDuring(ctx, providerId, () => runJobs(ctx));

  const { last } = await state(ctx, ticket.id);
  expect(last?.model).toMatch(/^deskhand-/);
  expect(last?.snapshot.llm).toMatchObject({ fault: "off" });
});

test.skipIf(!onPostgres)("nor takes it the place of a draft that waits", async () => {
  const ctx = await desk();
  const { ticket } = await ask(ctx);
  await runJobs(ctx);
  const before = await state(ctx, ticket.id);
  const providerId = await addStub(ctx, stub);
  const agent = await as(ctx, { role: "agent" });
  const id = toPublicId(TICKET_PREFIX, ticket.id);

  const last = await switchedOffDuring(ctx, providerId, async () => {
    const { signal } = new AbortController();
    let newest: unknown;
    for await (const part of await streamDraft(agent, { id, keep: true }, signal)) newest = part;
    return newest;
  });

  expect(last).toMatchObject({ kind: "fault", fault: "off", local: expect.any(String) });
  expect(await state(ctx, ticket.id)).toEqual(before);
});
