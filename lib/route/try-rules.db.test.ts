import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { tickets } from "@/db/schema/ticket";
import { as, makeContext } from "@/db/testing/context";
import { makeTicket } from "@/db/testing/make";
import { newId } from "../platform/ids";
import { readRules, saveRules } from "../rule";
import { Actions, type RuleDraft } from "../rule/model";
import { routeTicket } from "./route-ticket";
import { tryRules } from "./try-rules";

const SSO: RuleDraft = {
  id: newId(),
  name: "SSO",
  enabled: true,
  conditions: [{ any: [{ field: "pattern", matches: "sso|saml" }] }],
  actions: Actions.parse({ team: "Security", tags: ["sso"] }),
  onMatch: "stop",
};

test("a text is read as a new ticket's would be, and nothing is kept", async () => {
  const ctx = await makeContext({ role: "admin" });
  const { rules } = await readRules(ctx);
  const tried = await tryRules(ctx, {
    rules: [{ ...SSO, onMatch: "continue" }, ...rules],
    on: {
      subject: "Cannot sign in",
      text: "Our SAML sign-in is broken: error 500",
      tier: "business",
    },
  });
  expect(tried.facts).toMatchObject({ tier: "business", paying: true, channel: "email" });
  expect(tried.facts.intents.map(({ intent }) => intent)).toContain("bug_report");
  expect(tried.verdicts[0]).toMatchObject({ id: SSO.id, matched: true, evidence: ["SAML"] });
  expect(tried.outcome).toMatchObject({ team: { name: "Engineering" } });
  expect(tried.outcome.tags).toContain("sso");
  expect(await ctx.db.$count(tickets)).toBe(0);
});

test("a ticket counts as it was when it was routed, with its account and time", async () => {
  const ctx = await makeContext({ role: "admin" });
  const { ticket, message } = await makeTicket(ctx, { body: "How do I export entries via SSO?" });
  const ref = { rules: [SSO], on: { ticket: String(ticket.number) } };
  await expect(tryRules(ctx, ref)).rejects.toMatchObject({ code: "invalid" });
  const job = await as(ctx, { actor: { type: "job", name: "route.ticket" } });
  await routeTicket.run(job, { ticketId: ticket.id, messageId: message.id });

  const byAccount = { field: "account", is: String(ticket.customerId) } as const;
  const tried = await tryRules(ctx, {
    ...ref,
    rules: [
      { ...SSO, conditions: [{ not: byAccount }, { field: "subject", contains: "zzz" }] },
      SSO,
    ],
  });

  expect(tried.verdicts.map(({ matched }) => matched)).toEqual([false, true]);
  expect(tried.verdicts[0]?.unknown).toBeUndefined();
  expect(tried.facts.at).toBe(message.createdAt.toISOString());
  expect(tried.facts.account?.name).toBeTruthy();
  await expect(tryRules(ctx, { rules: [], on: { ticket: "99999" } })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("a saved rule decides about the next ticket", async () => {
  const ctx = await makeContext({ role: "admin" });
  await saveRules(ctx, { rules: [SSO], baseVersion: 0, comment: "" });
  const { ticket, message } = await makeTicket(ctx, { body: "SSO does not let us in" });
  const job = await as(ctx, { actor: { type: "job", name: "route.ticket" } });
  await routeTicket.run(job, { ticketId: ticket.id, messageId: message.id });
  const [row] = await ctx.db.select().from(tickets).where(eq(tickets.id, ticket.id));
  expect(row?.tags).toContain("sso");
});

test("only those who may write rules may try them", async () => {
  for (const role of ["agent", "reviewer"] as const) {
    const ctx = await makeContext({ role });
    await expect(tryRules(ctx, { rules: [], on: { text: "Hi" } })).rejects.toMatchObject({
      code: "forbidden",
    });
  }
});
