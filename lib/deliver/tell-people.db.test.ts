import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { events } from "@/db/schema/event";
import { followers, mentions, notices } from "@/db/schema/notice";
import { people } from "@/db/schema/person";
import { as, makeContext, type TestContext } from "@/db/testing/context";
import { makeTicket } from "@/db/testing/make";
import { runJobs } from "@/db/testing/run-jobs";
import { recordEvent } from "../event";
import { followTicket, setNoticeSettings } from "../notice";
import { requirePerson, transaction } from "../platform/context";
import { newId } from "../platform/ids";
import { replyToTicket } from "../resolve";
import { addMessage, addNote, assignTicket, snoozeTicket } from "../ticket";
import { tellPeople } from "./tell-people";

async function desk() {
  const ctx = await makeContext();
  const [lee, sara] = [await as(ctx, {}), await as(ctx, { role: "reviewer" })];
  for (const [who, name] of [
    [ctx, "Ada"],
    [lee, "Lee"],
    [sara, "Sara"],
  ] as const) {
    await ctx.db
      .update(people)
      .set({ name })
      .where(eq(people.id, requirePerson(who)));
  }
  const { ticket, customer } = await makeTicket(ctx);
  return { ctx, lee, sara, ticketId: ticket.id, customer };
}

/** "kind: text" of each notice that a person has got, oldest first. */
async function toldTo(ctx: TestContext) {
  await runJobs(ctx);
  const rows = await ctx.db
    .select()
    .from(notices)
    .where(eq(notices.personId, requirePerson(ctx)))
    .orderBy(notices.id);
  return rows.map(({ kind, text }) => `${kind}: ${text}`);
}

const note = (ctx: TestContext, ticketId: string, mentioned: TestContext[] = []) =>
  addNote(ctx, { ticketId, text: "Look  here", mentions: mentioned.map(requirePerson) });

const customerWrites = (ctx: TestContext, ticketId: string, customerId: string) =>
  transaction({ ...ctx, actor: { type: "system", name: "test" } }, async (tx) => {
    const author = "customer";
    const message = await addMessage(tx, {
      ...{ ticketId, author, public: true, text: "Any news?", customerId, createdAt: tx.now() },
    });
    const joined = { messageId: message.id, outcome: "joined", because: "same thread" } as const;
    await recordEvent(tx, "message.received", { ticketId, ...joined });
  });

describe("tellPeople", () => {
  test("tells whom somebody else has given a ticket, and nobody of their own deeds", async () => {
    const { ctx, lee, ticketId } = await desk();
    await assignTicket(ctx, { ticketId, personId: requirePerson(ctx) });
    await assignTicket(ctx, { ticketId, personId: requirePerson(lee) });
    expect(await toldTo(ctx)).toEqual([]);
    expect(await toldTo(lee)).toEqual(["assigned: Ada gave you this ticket"]);
  });

  test("whoever is named hears of it once, follows, and stands in the queue of mentions", async () => {
    const { ctx, lee, sara, ticketId } = await desk();
    await followTicket(lee, { ticketId });
    await followTicket(sara, { ticketId });
    await note(ctx, ticketId, [lee, ctx]);
    expect(await toldTo(lee)).toEqual(["mention: Ada named you in a note: “Look here”"]);
    expect(await toldTo(sara)).toEqual(["note: Ada added a note: “Look here”"]);
    expect(await toldTo(ctx)).toEqual([]);
    expect(await ctx.db.select().from(mentions)).toHaveLength(2);
    expect(await ctx.db.select().from(followers)).toHaveLength(3);
  });

  test("runs twice and tells once; somebody who has left is told nothing", async () => {
    const { ctx, lee, sara, ticketId } = await desk();
    await ctx.db
      .update(people)
      .set({ disabledAt: ctx.now() })
      .where(eq(people.id, requirePerson(sara)));
    await note(ctx, ticketId, [lee, sara]);
    expect(await toldTo(lee)).toHaveLength(1);
    const [event] = await ctx.db.select().from(events).where(eq(events.type, "note.added"));
    const again = await tellPeople.run(ctx, { ticketId, eventId: event?.id ?? "" });
    expect(again).toBe("told 0");
    expect(await ctx.db.select().from(notices)).toHaveLength(1);
    expect(await ctx.db.select().from(mentions)).toHaveLength(1);
  });

  test("whoever has replied hears of the customer's answer, unless they want no such news", async () => {
    const { ctx, lee, ticketId, customer } = await desk();
    await replyToTicket(lee, { ticketId, text: "Soon.", thenStatus: "pending_customer" });
    ctx.advance(60_000);
    await runJobs(ctx);
    await customerWrites(ctx, ticketId, customer.id);
    expect(await toldTo(lee)).toEqual(["customer_reply: The customer has written: “Any news?”"]);
    await setNoticeSettings(lee, { customer_reply: { list: false, browser: true } });
    await customerWrites(ctx, ticketId, customer.id);
    expect(await toldTo(lee)).toHaveLength(1);
  });

  test("whoever has put a ticket off hears when its time has come, and only then", async () => {
    const { ctx, lee, ticketId, customer } = await desk();
    const until = new Date(ctx.now().getTime() + 3_600_000).toISOString();
    await snoozeTicket(lee, { ticketId, until });
    await customerWrites(ctx, ticketId, customer.id); // that wakes it, too
    expect(await toldTo(lee)).toEqual([]);
    await snoozeTicket(lee, { ticketId, until });
    const clock = { ...ctx, actor: { type: "job", name: "test" } } as const;
    await transaction(clock, (tx) =>
      recordEvent(tx, "ticket.woken", { ticketId, because: "Its time has come." }),
    );
    expect(await toldTo(lee)).toEqual(["follow_up: The snooze is over"]);
  });

  test("whoever has a ticket, or follows it, hears of its promised times", async () => {
    const { ctx, lee, sara, ticketId } = await desk();
    await assignTicket(lee, { ticketId, personId: requirePerson(lee) });
    await followTicket(sara, { ticketId });
    const clock = { ...ctx, actor: { type: "job", name: "test" } } as const;
    const due = { ticketId, policyId: newId(), target: "first", dueAt: ctx.now().toISOString() };
    await transaction(clock, (tx) => recordEvent(tx, "sla.warned", { ...due, target: "first" }));
    await transaction(clock, (tx) => recordEvent(tx, "sla.breached", { ...due, target: "first" }));
    const told = [
      "sla_warning: The first reply is due soon",
      "sla_breach: The first reply is overdue",
    ];
    expect(await toldTo(lee)).toEqual(told);
    expect(await toldTo(sara)).toEqual(told);
    expect(await toldTo(ctx)).toEqual([]);
  });

  test("reviewers hear that a second look is wanted, and whoever asks does not", async () => {
    const { ctx, lee, sara, ticketId } = await desk();
    const [finn, admin] = [await as(ctx, { role: "reviewer" }), await as(ctx, { role: "admin" })];
    const asked = { ticketId, attemptId: newId() };
    const ask = (personId: string | null, withdrawn?: boolean) =>
      transaction(sara, (tx) => recordEvent(tx, "review.asked", { ...asked, personId, withdrawn }));
    await ask(null);
    expect(await toldTo(finn)).toEqual(["second_look: Sara asks for a second look at a draft"]);
    await ask(requirePerson(finn));
    await ask(null, true);
    const named = "second_look: Sara asks you for a second look at a draft";
    expect((await toldTo(finn)).slice(1)).toEqual([named]);
    await transaction(lee, (tx) =>
      recordEvent(tx, "review.seconded", { ...asked, verdict: "approve" }),
    );
    const seconded =
      "second_look: Lee approved a draft; a second person must approve the same words";
    expect(await toldTo(sara)).toEqual([seconded]);
    expect(await toldTo(admin)).toHaveLength(2);
    for (const agent of [ctx, lee]) expect(await toldTo(agent)).toEqual([]);
    await setNoticeSettings(finn, { second_look: { list: false, browser: false } });
    await ask(null);
    expect(await toldTo(finn)).toHaveLength(3);
  });

  test("whoever has the ticket, else the sender, hears that a reply is lost", async () => {
    const { ctx, lee, sara, ticketId } = await desk();
    const { id: messageId } = await addMessage(ctx, {
      ...{ ticketId, author: "agent", public: true, text: "Please sign in again." },
      ...{ personId: requirePerson(lee), createdAt: ctx.now() },
    });
    const clock = { ...ctx, actor: { type: "job", name: "test" } } as const;
    const fails = (told: { final: boolean; state?: "failed" | "unknown" | "cancelled" }) =>
      transaction(clock, (tx) =>
        recordEvent(tx, "reply.failed", {
          ...{ ticketId, messageId, deliveryId: newId(), error: "550", ...told },
        }),
      );
    await fails({ final: false });
    await fails({ final: true, state: "cancelled" });
    await fails({ final: true, state: "failed" });
    const quoted = "“Please sign in again.”";
    const failed = `delivery_failed: The reply could not be delivered: ${quoted}`;
    expect(await toldTo(lee)).toEqual([failed]);
    await assignTicket(sara, { ticketId, personId: requirePerson(sara) });
    await fails({ final: true, state: "unknown" });
    const unknown = `delivery_failed: It is not known whether the reply arrived: ${quoted}`;
    expect(await toldTo(sara)).toEqual([unknown]);
    await ctx.db
      .update(people)
      .set({ disabledAt: ctx.now() })
      .where(eq(people.id, requirePerson(sara)));
    await fails({ final: true, state: "failed" });
    expect(await toldTo(lee)).toEqual([failed, failed]);
    expect(await toldTo(sara)).toEqual([unknown]);
  });
});
