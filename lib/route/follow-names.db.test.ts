import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { tickets } from "@/db/schema/ticket";
import { as, makeContext } from "@/db/testing/context";
import { makeCustomer, makeTicket } from "@/db/testing/make";
import { newId } from "../platform/ids";
import { readRules } from "../rule";
import { followLabel, followTag, followTeam } from "./follow-names";

test("tickets follow a category, an intent and a tag that became another", async () => {
  const ctx = await makeContext();
  const { ticket } = await makeTicket(ctx, { customer: await makeCustomer(ctx) });
  const other = await makeTicket(ctx, { customer: await makeCustomer(ctx) });
  const given = {
    category: "billing",
    primaryIntent: "bug_report",
    intents: [
      { intent: "bug_report", score: 0.9 },
      { intent: "usage_help", score: 0.6 },
    ],
    tags: ["bug_report", "vip"],
  };
  await ctx.db.update(tickets).set(given).where(eq(tickets.id, ticket.id));
  const job = await as(ctx, { actor: { type: "job", name: "test" } });

  const merged = { change: "merged" as const };
  await followLabel.run(job, { space: "category", slug: "billing", into: "technical", ...merged });
  await followLabel.run(job, { space: "intent", slug: "bug_report", into: "outage", ...merged });
  const renamed = { name: "vip", into: "key account", change: "renamed" as const };
  expect(await followTag.run(job, renamed)).toBe("1 tickets");
  expect(await followTag.run(job, renamed)).toBe("0 tickets");

  const [row] = await ctx.db.select().from(tickets).where(eq(tickets.id, ticket.id));
  expect(row).toMatchObject({
    category: "technical",
    primaryIntent: "outage",
    intents: [
      { intent: "outage", score: 0.9 },
      { intent: "usage_help", score: 0.6 },
    ],
    tags: ["outage", "key account"],
  });
  const [untouched] = await ctx.db.select().from(tickets).where(eq(tickets.id, other.ticket.id));
  expect(untouched).toMatchObject({ version: other.ticket.version });
});

test("rules follow a team that got another name, once", async () => {
  const ctx = await makeContext({ role: "admin" });
  const job = await as(ctx, { actor: { type: "job", name: followTeam.name } });
  const renamed = { teamId: newId(), change: "renamed" as const };
  const names = { before: "Billing Team", after: "Money" };
  expect(await followTeam.run(job, { ...renamed, ...names })).toBe("1 rules follow");
  expect(await followTeam.run(job, { ...renamed, ...names })).toBe("no rule names it");
  const teams = (await readRules(ctx)).rules.map(({ actions }) => actions.team);
  expect(teams).toContain("Money");
  expect(teams).not.toContain("Billing Team");
});
