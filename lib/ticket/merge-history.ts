import type { Context } from "../platform/context";
import { newId } from "../platform/ids";
import type { Author } from "./model";
import { insertMessages, type Said, saidIn } from "./said-store";

/** One turn of a conversation that took place elsewhere. */
export type Turn = { author: Author; text: string; at?: Date | undefined };

/**
 * Adds the turns that the thread lacks. Callers send the whole history again with every request,
 * so a turn that is there in any form is never added twice. Call it inside the transaction that
 * holds the ticket's lock. Neither the wait nor the status changes: it has all been.
 *
 * @param before when turns without a time are placed: just before this
 * @param arriving the message that the history came with, where it is stored afterwards
 * @returns how many were added
 */
export async function mergeHistory(
  ctx: Context,
  ticketId: string,
  turns: readonly Turn[],
  before: Date,
  arriving?: Pick<Turn, "author" | "text">,
): Promise<number> {
  if (turns.length === 0) return 0;
  const lacking = lackingTurns(
    [...(await saidIn(ctx.db, ticketId)), ...(arriving ? [arriving] : [])],
    turns,
  );
  const rows = lacking.map((turn, index) => ({
    id: newId(),
    ticketId,
    author: turn.author,
    // What machines said to each other is for us; all else the customer has seen.
    public: turn.author !== "system",
    text: turn.text,
    landedBecause: "It came with the history of the conversation.",
    metadata: { fromHistory: true, ...(turn.at && { at: turn.at.toISOString() }) },
    createdAt: turn.at ? earlier(turn.at, ctx.now()) : just(before, lacking.length - index),
  }));
  await insertMessages(ctx.db, rows);
  return rows.length;
}

/**
 * The turns without a counterpart in the thread; each message is the counterpart of one turn.
 * Two turns with different times are two, even with the same words ("ok", "ok"). A message that
 * came in by itself has our time, not theirs, so that only author and words are compared.
 */
function lackingTurns(said: readonly Said[], turns: readonly Turn[]): Turn[] {
  const free = new Map<string, Said[]>();
  for (const message of said) {
    const key = keyOf(message);
    free.set(key, [...(free.get(key) ?? []), message]);
  }
  const exact = turns.filter((turn) => {
    const candidates = free.get(keyOf(turn)) ?? [];
    return !take(candidates, (one) => sameTime(one.at, turn.at));
  });
  return exact.filter((turn) => {
    const candidates = free.get(keyOf(turn)) ?? [];
    return !take(candidates, (one) => !one.at || !turn.at);
  });
}

/** Clocks differ: what is told to be later than now counts as now. */
const earlier = (at: Date, now: Date) => (at > now ? now : at);

/** Milliseconds before. */
const just = (before: Date, milliseconds: number) => new Date(before.getTime() - milliseconds);

/** Who answers on our side is not told apart elsewhere: a person's reply comes back as the assistant's. */
const sideOf = (author: Author) => (author === "agent" ? "ai" : author);

const keyOf = ({ author, text }: Said) =>
  `${sideOf(author)}\u0000${text.normalize("NFC").replace(/\s+/g, " ").trim()}`;

const sameTime = (a: Date | undefined, b: Date | undefined) =>
  a !== undefined && b !== undefined && a.getTime() === b.getTime();

/** Removes the first that fits. @returns whether there was one */
function take(from: Said[], fits: (one: Said) => boolean): boolean {
  const index = from.findIndex(fits);
  if (index < 0) return false;
  from.splice(index, 1);
  return true;
}
