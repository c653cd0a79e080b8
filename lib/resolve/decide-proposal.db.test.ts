import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { accounts, customers } from "@/db/schema/customer";
import { proposals } from "@/db/schema/tool";
import { as, onPostgres, type TestContext } from "@/db/testing/context";
import { type HookServer, hookServer } from "@/db/testing/hook-server";
import { makeCustomer } from "@/db/testing/make";
import { writeSetting } from "../desk";
import { proposalsOf, toolRunsOf } from "../tool";
import { confirmProposal, declineProposal, sweepProposals } from "./decide-proposal";
import { saveTool } from "./save-tool";
import { arrange, dataOf, GO, refund, told } from "./testing/tools";
import { modelTools } from "./tool-facts";

let peer: HookServer;
beforeEach(async () => {
  peer = await hookServer();
});
afterEach(() => peer.close());

describe("an action", () => {
  async function proposed() {
    const made = await arrange(peer);
    const { ctx, host, ticket } = made;
    const { toolId } = await saveTool(ctx, refund(host));
    const { refund_order } = await modelTools(ctx, ticket);
    const given = { order_id: "A1", reason: "It was late." };
    const answer = (await refund_order?.run(given, GO)) ?? "";
    expect(dataOf(answer).outcome).toBe("proposed");
    await refund_order?.run(given, GO);
    const [proposal, ...more] = await proposalsOf(ctx.db, ticket.id);
    if (!proposal) throw new Error("there is no proposal");
    expect(more).toEqual([]);
    expect(peer.calls).toEqual([]);
    const agent = await as(ctx, { role: "agent" });
    return { ...made, agent, toolId, proposalId: proposal.id, proposal };
  }
  const stateOf = async (ctx: TestContext, id: string) =>
    (await ctx.db.select().from(proposals).where(eq(proposals.id, id)))[0]?.state;

  test("is only proposed, once, with the request as it would leave", async () => {
    const { proposal, customer, host } = await proposed();
    expect(proposal).toMatchObject({
      ...{ toolName: "refund_order", state: "proposed", reason: "It was late." },
      given: { order_id: "A1" },
      request: {
        ...{ method: "POST", url: `http://${host}/refunds` },
        body: JSON.stringify({ order: "A1", account: customer.account.id }),
      },
    });
    expect(JSON.stringify(proposal)).not.toContain("secret-of");
  });

  test("runs once when a person confirms it", async () => {
    const { ctx, agent, proposalId, ticket, customer } = await proposed();
    peer.answers.push({ status: 200, body: "refunded" });
    expect(await confirmProposal(agent, { proposalId })).toEqual({
      state: "done",
      result: "refunded",
    });
    expect(peer.calls).toMatchObject([{ headers: { "idempotency-key": proposalId } }]);
    expect(JSON.parse(peer.calls[0]?.body ?? "")).toEqual({
      order: "A1",
      account: customer.account.id,
    });
    await expect(confirmProposal(agent, { proposalId })).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(declineProposal(agent, { proposalId })).rejects.toMatchObject({
      code: "conflict",
    });
    expect(peer.calls).toHaveLength(1);
    expect(await told(ctx)).toEqual(
      expect.arrayContaining(["proposal.made", "proposal.confirmed", "proposal.done"]),
    );
    expect(await toolRunsOf(ctx.db, ticket)).toMatchObject([{ proposalId, outcome: "answered" }]);
  });

  test.skipIf(!onPostgres)("runs once when two people confirm it at once", async () => {
    const { agent, ctx, proposalId } = await proposed();
    const other = await as(ctx, { role: "reviewer" });
    const ends = await Promise.allSettled(
      [agent, other, agent, other].map((who) => confirmProposal(who, { proposalId })),
    );
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(peer.calls).toHaveLength(1);
  });

  test("declined, it never runs; and a job is no person", async () => {
    const { ctx, agent, proposalId } = await proposed();
    const job = await as(ctx, { actor: { type: "job", name: "test" } });
    await expect(confirmProposal(job, { proposalId })).rejects.toMatchObject({ code: "forbidden" });
    const outside = await as(ctx, { connection: ["ingest"] });
    await expect(
      confirmProposal({ ...outside, env: ctx.env }, { proposalId }),
    ).rejects.toMatchObject({
      code: "forbidden",
    });
    await declineProposal(agent, { proposalId });
    await expect(confirmProposal(agent, { proposalId })).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await stateOf(ctx, proposalId)).toBe("declined");
    expect(peer.calls).toEqual([]);
  });

  test("does not run for another account, with a changed tool, or at a host that is not allowed", async () => {
    const { ctx, agent, proposalId, customer, host, toolId } = await proposed();
    const refused = async (words: RegExp) => {
      await expect(confirmProposal(agent, { proposalId })).rejects.toMatchObject({
        ...{ code: "conflict", message: expect.stringMatching(words) },
      });
      expect(await stateOf(ctx, proposalId)).toBe("proposed");
      expect(peer.calls).toEqual([]);
    };
    const other = await makeCustomer(ctx, { account: "Globex" });
    const move = (accountId: string) =>
      ctx.db.update(customers).set({ accountId }).where(eq(customers.id, customer.id));
    await move(other.account.id);
    await refused(/another customer or account/);
    await move(customer.account.id);
    await ctx.db
      .update(accounts)
      .set({ name: "Acme 2" })
      .where(eq(accounts.id, customer.account.id));
    await refused(/another customer or account/);
    await ctx.db.update(accounts).set({ name: "Acme" }).where(eq(accounts.id, customer.account.id));
    await writeSetting(ctx.db, "ai.toolHosts", [], ctx.now());
    await refused(/hosts that tools may call/);
    await writeSetting(ctx.db, "ai.toolHosts", [host], ctx.now());
    ctx.advance(1000);
    await saveTool(ctx, refund(host, { toolId, url: `http://${host}/other` }));
    await refused(/tool was changed/);
  });

  test("that fails says so, and one whose end nobody knows says that", async () => {
    const { ctx, agent, proposalId } = await proposed();
    peer.answers.push({ status: 500, body: "no" });
    expect(await confirmProposal(agent, { proposalId })).toEqual({
      state: "failed",
      result: "It answered 500. no",
    });
    expect(await told(ctx)).toContain("proposal.failed");
  });

  test("whose process died is never made again by itself", async () => {
    const { ctx, proposalId, ticket } = await proposed();
    const at = ctx.now();
    await ctx.db.update(proposals).set({ state: "running", decidedAt: at });
    expect(await sweepProposals.run(ctx, {})).toMatch(/^0 /);
    ctx.advance(121_000);
    expect(await sweepProposals.run(ctx, {})).toMatch(/^1 /);
    expect(await stateOf(ctx, proposalId)).toBe("failed");
    expect((await proposalsOf(ctx.db, ticket.id))[0]?.result).toMatch(/outcome is unknown/);
    expect(await sweepProposals.run(ctx, {})).toMatch(/^0 /);
    expect(peer.calls).toEqual([]);
  });
});
