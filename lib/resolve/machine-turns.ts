import type { PublicTurn } from "../ticket";
import { automaticMail } from "./automatic-mail";

/** Nobody reads a reply and answers it faster than this, milliseconds. */
const INHUMAN_MS = 5000;

/**
 * How many turns of a thread two machines have had with each other: an automatic reply of ours,
 * then a message of the customer that looks like a machine's. It has the marks of automatic mail,
 * was written at once, or says word for word what the customer had said before.
 *
 * @param turns oldest first
 */
export function machineTurns(turns: readonly PublicTurn[]): number {
  const said = new Set<string>();
  let before: PublicTurn | undefined;
  let count = 0;
  for (const turn of turns) {
    const words = turn.text.trim().replace(/\s+/g, " ").toLowerCase();
    if (turn.author === "customer") {
      if (before?.automatic && (said.has(words) || byMachine(turn, before))) count++;
      said.add(words);
    }
    before = turn;
  }
  return count;
}

function byMachine(turn: PublicTurn, reply: PublicTurn): boolean {
  const after = turn.createdAt.getTime() - reply.createdAt.getTime();
  return (after >= 0 && after <= INHUMAN_MS) || automaticMail(turn.metadata, []) !== null;
}
