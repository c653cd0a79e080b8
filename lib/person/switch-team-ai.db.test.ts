import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { events } from "@/db/schema/event";
import { teams } from "@/db/schema/person";
import { makeContext } from "@/db/testing/context";
import { newId } from "../platform/ids";
import { switchTeamAi, teamFor } from ".";

async function billing(ctx: Awaited<ReturnType<typeof makeContext>>) {
  const team = await teamFor(ctx.db, "Billing Team");
  return team?.id ?? "";
}

describe("switchTeamAi", () => {
  test("stops the AI for one team, once, and lets it on again", async () => {
    const ctx = await makeContext({ role: "admin" });
    const teamId = await billing(ctx);

    await switchTeamAi(ctx, { teamId, stopped: true });
    await switchTeamAi(ctx, { teamId, stopped: true });
    const stopped = await ctx.db.select().from(teams).where(eq(teams.aiStopped, true));
    expect(stopped).toMatchObject([{ id: teamId }]);

    await switchTeamAi(ctx, { teamId, stopped: false });
    const told = await ctx.db.select().from(events).orderBy(events.seq);
    expect(told).toMatchObject([
      {
        type: "ai.switched",
        ticketId: null,
        payload: { scope: "team", id: teamId, stopped: true },
      },
      { type: "ai.switched", payload: { scope: "team", id: teamId, stopped: false } },
    ]);
  });

  test("is for admins, and for teams that are there", async () => {
    const ctx = await makeContext({ role: "admin" });
    const reviewer = await makeContext({ role: "reviewer" });
    const teamId = await billing(ctx);
    await expect(switchTeamAi(reviewer, { teamId, stopped: true })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(switchTeamAi(ctx, { teamId: newId(), stopped: true })).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await ctx.db.select().from(events)).toEqual([]);
  });
});
