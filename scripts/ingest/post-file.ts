import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import pLimit from "p-limit";
import { postSigned, reasonOf, type Target } from "./client";
import { type Journal, OUTCOMES, type Outcome } from "./journal";

/** Lines read ahead of the slowest one, for each of those posted at once. */
const READ_AHEAD = 50;

export type Rejected = { line: number; reason: string };

type Progress = { rejected: Rejected[]; tick: () => void };

/** The desk does not know the sender: nothing else will be taken either. */
export class Unwelcome extends Error {}

/**
 * Posts every line that the journal does not hold. Several at once, but the lines of one
 * conversation one after the other, as the customer wrote them.
 */
export async function postFile(
  file: string,
  target: Target,
  concurrency: number,
  journal: Journal,
  tick: () => void,
): Promise<Rejected[]> {
  const progress: Progress = { rejected: [], tick };
  const limit = pLimit(concurrency);
  const tails = new Map<string, Promise<void>>();
  const pending = new Set<Promise<void>>();
  let failure: unknown;
  let line = 0;
  for await (const text of createInterface({
    input: createReadStream(file),
    crlfDelay: Infinity,
  })) {
    const number = ++line;
    if (failure) break;
    if (text.trim() === "" || journal.done.has(number)) {
      tick();
      continue;
    }
    const key = laneOf(text, number);
    const before = tails.get(key) ?? Promise.resolve();
    const task = before
      .then(() =>
        failure ? undefined : limit(() => postLine(text, number, target, journal, progress)),
      )
      .catch((error: unknown) => {
        failure ??= error;
      })
      .finally(() => {
        pending.delete(task);
        if (tails.get(key) === task) tails.delete(key);
      });
    tails.set(key, task);
    pending.add(task);
    while (pending.size >= concurrency * READ_AHEAD) await Promise.race(pending);
  }
  await Promise.all(pending);
  if (failure) throw failure;
  return progress.rejected;
}

/** Lines with the same key keep their order. */
function laneOf(text: string, line: number): string {
  const conversation = /"conversation_id"\s*:\s*("(?:[^"\\]|\\.)*")/.exec(text)?.[1];
  return conversation ?? `line ${line}`;
}

async function postLine(
  text: string,
  line: number,
  target: Target,
  journal: Journal,
  { rejected, tick }: Progress,
): Promise<void> {
  const fault = faultOf(text);
  if (fault) {
    rejected.push({ line, reason: fault });
    return tick();
  }
  const answer = await postSigned(target, text);
  if (answer.status === 401)
    throw new Unwelcome("The desk does not know this connection or secret.");
  const outcome = answer.headers.get("deskhand-outcome");
  if ((answer.status === 200 || answer.status === 201) && isOutcome(outcome)) {
    journal.add({ line, outcome, ticketId: String(answer.body.ticket_id) });
  } else {
    rejected.push({ line, reason: reasonOf(answer) });
  }
  tick();
}

const isOutcome = (word: string | null): word is Outcome =>
  OUTCOMES.some((outcome) => outcome === word);

/** Lines that need not be sent to know that they will be refused. */
function faultOf(text: string): string | null {
  try {
    JSON.parse(text);
    return null;
  } catch {
    return "not JSON";
  }
}
