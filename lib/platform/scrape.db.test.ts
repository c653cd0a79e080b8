import { afterEach, describe, expect, test } from "vitest";
import { makeContext, type TestContext } from "@/db/testing/context";
import { makeTicket } from "@/db/testing/make";
import { readReadings } from "../inbox";
import { count } from "./metrics";
import { scrape } from "./scrape";
import { setDesk } from "./tools";

const TOKEN = "a-token-of-many-letters";

afterEach(() => setDesk(undefined));

function deskWith(ctx: TestContext, token: string | undefined): void {
  const { database, jobs } = ctx;
  const env = { ...ctx.env, METRICS_TOKEN: token };
  const runner = jobs as never; // nothing here stops or starts it
  setDesk(Promise.resolve({ tools: { ...ctx, env }, database, runner, build: "b" }));
}

const TOKEN_HEADER = `Bearer ${TOKEN}`;

describe("what Prometheus reads", () => {
  test("is not there without a token, and for nobody who does not know it", async () => {
    const ctx = await makeContext();
    deskWith(ctx, undefined);
    await expect(scrape(TOKEN_HEADER, readReadings)).rejects.toMatchObject({ code: "not_found" });

    deskWith(ctx, TOKEN);
    for (const wrong of [null, "Bearer nothing", `${TOKEN_HEADER}x`]) {
      await expect(scrape(wrong, readReadings)).rejects.toMatchObject({ code: "unauthenticated" });
    }
  });

  test("holds counts of the process and readings of the database", async () => {
    const ctx = await makeContext();
    deskWith(ctx, TOKEN);
    await makeTicket(ctx);
    count("ingest", { outcome: "created" });

    const response = await scrape(TOKEN_HEADER, readReadings);
    const text = await response.text();

    expect(response.headers.get("content-type")).toContain("text/plain");
    expect(text).toContain('deskhand_ingest_total{outcome="created"} 1');
    expect(text).toContain('deskhand_tickets_open{status="open"} 1');
    expect(text).toContain('deskhand_queue_oldest_seconds{queue="follow"}');
    expect(text).toContain("deskhand_database_up 1");
    expect(text).toContain("deskhand_nodejs_eventloop_lag_seconds");
  });

  test("tells of the process also while the database does not answer", async () => {
    const ctx = await makeContext();
    deskWith(ctx, TOKEN);
    const text = await (await scrape(TOKEN_HEADER, () => Promise.reject(new Error("away")))).text();

    expect(text).toContain("deskhand_database_up 0");
    expect(text).not.toContain("deskhand_dead_letters ");
  });
});
