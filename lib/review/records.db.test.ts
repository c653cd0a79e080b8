import { expect, test } from "vitest";
import { routings } from "@/db/schema/route";
import { as, makeContext } from "@/db/testing/context";
import { makeAttempt, makeTicket } from "@/db/testing/make";
import { newId, toPublicId } from "../platform/ids";
import { TICKET_PREFIX } from "../ticket/model";
import { AttemptsView, RoutingsView } from "./model";
import { readAttempts } from "./read-attempts";
import { readRoutings } from "./read-routings";

const publicId = (uuid: string) => toPublicId(TICKET_PREFIX, uuid);

test("every draft comes with what it knew, newest first, and only of this ticket", async () => {
  const ctx = await makeContext();
  const { ticket, message } = await makeTicket(ctx);
  const snapshot = { question: "403?", blocks: ["no source"], added: { later: true } };
  const at = { ticketId: ticket.id, answersMessageId: message.id };
  await makeAttempt(ctx, { ...at, round: 1, reviewState: "none", outcome: "superseded" });
  ctx.advance(1000);
  await makeAttempt(ctx, { ...at, round: 2, snapshot, createdAt: ctx.now() });
  await makeAttempt(ctx);

  const view = AttemptsView.parse(await readAttempts(ctx, { id: publicId(ticket.id) }));

  expect(view.ticket.number).toBe(ticket.number);
  expect(view.attempts).toMatchObject([
    { round: 2, snapshot, reviewState: "held" },
    { round: 1, outcome: "superseded" },
  ]);
});

test("a decision of routing keeps what this version does not know", async () => {
  const ctx = await makeContext();
  const { ticket, message } = await makeTicket(ctx);
  const rules = [{ name: "SSO outages", matched: false, why: "text holds no SSO" }];
  await ctx.db.insert(routings).values({
    id: newId(),
    ticketId: ticket.id,
    messageId: message.id,
    // As another version might have written it.
    inputs: { text: "403", weather: "fine" } as never,
    outcome: { rules, team: "Engineering" } as never,
    model: "keywords",
    aiMayAnswer: true,
    createdAt: ctx.now(),
  });

  const view = RoutingsView.parse(await readRoutings(ctx, { id: publicId(ticket.id) }));

  expect(view.routings).toMatchObject([
    {
      inputs: { text: "403", weather: "fine", account: null },
      outcome: { rules, team: "Engineering", reasons: [] },
    },
  ]);
});

test("unknown tickets are not found; other systems are refused", async () => {
  const ctx = await makeContext();
  const { ticket } = await makeTicket(ctx);
  const system = await as(ctx, { connection: ["tickets.read"] });
  for (const read of [readAttempts, readRoutings]) {
    await expect(read(ctx, { id: "t_nonsense" })).rejects.toMatchObject({ code: "not_found" });
    await expect(read(system, { id: publicId(ticket.id) })).rejects.toMatchObject({
      code: "forbidden",
    });
  }
});
