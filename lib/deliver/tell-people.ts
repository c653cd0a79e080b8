import { z } from "zod";
import { eventById, eventsOfTicket } from "../event";
import { EVENTS } from "../event/model";
import { addFollowers, addMentions, followersOf, moveMentions, tell } from "../notice";
import { isHere, personName } from "../person";
import type { Context } from "../platform/context";
import { defineJob } from "../platform/jobs";
import { reviewerIds } from "../review";
import { messageById, type Ticket, ticketById } from "../ticket";
import { type Event, newsOf, type Told } from "./news-of";

/** Characters of a message that a notice quotes. */
const QUOTED = 120;

/**
 * Tells people at the desk what concerns them: their own tickets, those that they follow, notes that
 * name them. Whoever replies, or is named, follows from then on. Nobody is told of their own deeds.
 *
 * Safe to repeat: a notice, a follower and a mention are each stored once.
 */
export const tellPeople = defineJob({
  name: "deliver.tell-people",
  batch: 10,
  payload: z.object({ ticketId: z.uuid(), eventId: z.uuid() }),
  async run(ctx, { ticketId, eventId }) {
    const event = await eventById(ctx.db, eventId);
    if (!event) return "skipped: the event was erased";
    const ticket = await ticketById(ctx.db, ticketId);
    await follow(ctx, ticket, event);
    if (await givenAgain(ctx, ticket, event)) return "skipped: it was theirs, or is not any more";
    const doer = event.actorType === "person" ? event.actorId : null;
    const heard = new Set(doer ? [doer] : []);
    let told = 0;
    for (const news of newsOf(event)) {
      const personIds = await audience(ctx, ticket, event, news, heard);
      if (personIds.length === 0) continue;
      const { kind } = news;
      const text = await wordsOf(ctx, news, doer);
      told += await tell(ctx, { ticketId, eventId, kind, text, personIds });
      for (const personId of personIds) heard.add(personId);
    }
    return `told ${told}`;
  },
});

/** Keeps who is concerned from now on: whoever wrote a reply, and whom a note names. */
async function follow(ctx: Context, { id: ticketId }: Ticket, event: Event): Promise<void> {
  const { payload, type } = event;
  if (type === "reply.approved") {
    // Who only approves what the AI wrote has not taken part.
    const { attemptId, messageId } = EVENTS[type].parse(payload);
    const own = attemptId === null && event.actorType === "person";
    if (own && (await messageById(ctx.db, messageId)))
      await addFollowers(ctx.db, ticketId, [event.actorId], ctx.now());
  }
  if (type === "note.added") {
    const { mentions = [], messageId } = EVENTS[type].parse(payload);
    const personIds = await stillHere(ctx, mentions);
    if (!(await messageById(ctx.db, messageId))) return;
    await addMentions(ctx.db, { messageId, ticketId, personIds }, ctx.now());
    await addFollowers(ctx.db, ticketId, personIds, ctx.now());
  }
  if (type === "ticket.merged") {
    const { role, otherTicketId } = EVENTS[type].parse(payload);
    if (role !== "target") return;
    await addFollowers(ctx.db, ticketId, await followersOf(ctx.db, otherTicketId), ctx.now());
    await moveMentions(ctx.db, otherTicketId, ticketId);
  }
}

/** Who is told: present, and not told of this event already. */
async function audience(
  ctx: Context,
  ticket: Ticket,
  event: Event,
  told: Told,
  heard: ReadonlySet<string>,
): Promise<string[]> {
  const wanted = await wantedBy(ctx, ticket, told);
  if (told.kind === "follow_up") wanted.push(...(await whoSnoozed(ctx, event)));
  return stillHere(
    ctx,
    wanted.filter((personId) => !heard.has(personId)),
  );
}

async function wantedBy(ctx: Context, ticket: Ticket, { to, messageId }: Told): Promise<string[]> {
  if (to === "ticket") return concerned(ctx, ticket);
  if (to === "reviewers") return reviewerIds(ctx.db);
  if (to !== "sender") return [...to];
  const { assigneeId } = ticket;
  if (assigneeId && (await isHere(ctx.db, assigneeId))) return [assigneeId];
  const message = messageId ? await messageById(ctx.db, messageId) : null;
  return message?.personId ? [message.personId] : [];
}

async function concerned(ctx: Context, { id, assigneeId }: Ticket): Promise<string[]> {
  return [...(assigneeId ? [assigneeId] : []), ...(await followersOf(ctx.db, id))];
}

/** Whoever put it off wants to know that its time has come, also when it is nobody's. */
async function whoSnoozed(ctx: Context, { ticketId }: Event): Promise<string[]> {
  if (!ticketId) return [];
  const newest = (await eventsOfTicket(ctx.db, ticketId, ["ticket.snoozed"])).at(-1);
  return newest?.actorType === "person" ? [newest.actorId] : [];
}

async function stillHere(ctx: Context, personIds: readonly string[]): Promise<string[]> {
  const here: string[] = [];
  for (const personId of new Set(personIds)) {
    if (await isHere(ctx.db, personId)) here.push(personId);
  }
  return here;
}

/** Only its team has changed, or somebody else has it by now. */
async function givenAgain(ctx: Context, ticket: Ticket, event: Event): Promise<boolean> {
  if (event.type !== "ticket.assigned") return false;
  const { personId } = EVENTS[event.type].parse(event.payload);
  const given = await eventsOfTicket(ctx.db, ticket.id, ["ticket.assigned"]);
  const before = given[given.findIndex(({ id }) => id === event.id) - 1];
  return ticket.assigneeId !== personId || before?.payload.personId === personId;
}

async function wordsOf(ctx: Context, told: Told, doer: string | null): Promise<string> {
  const who = doer ? ((await personName(ctx.db, doer)) ?? "Somebody") : "A rule";
  const message = told.messageId ? await messageById(ctx.db, told.messageId) : null;
  const words = message?.text.replace(/\s+/g, " ").trim() ?? "";
  const short = words.length > QUOTED ? `${words.slice(0, QUOTED - 1).toWellFormed()}…` : words;
  const text = told.text.replace("{who}", () => who);
  return short ? `${text}: “${short}”` : text;
}
