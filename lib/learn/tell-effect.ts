import { setImmediate as breathe } from "node:timers/promises";
import { getSetting } from "../desk";
import { isUncapped } from "../desk/model";
import { type WaitingTicket, waitingTickets } from "../insights";
import type { Context } from "../platform/context";
import { transaction } from "../platform/context";
import { defineJob } from "../platform/jobs";
import { deskModel, isUntold, questionText, untoldSignals } from "../predictor";
import { plainText, smallTalk } from "../ticket";
import { SignalRef } from "./model";
import { TELL_EFFECT, TOLD } from "./record-signal";
import { lookOf } from "./tell-effect-compare";
import { changesAnswers, type Looked, settle } from "./tell-effect-settle";

/** Open tickets that are looked at, those who wait since last: a prediction costs 1–3 ms. */
const LOOKED_AT = 300;
const DAY = 86_400_000; // ms

/**
 * Says what corrections change for the tickets that are open, on their own tickets and in the
 * ledger. One run tells of all that nobody has told of yet: of a burst the first looks at the
 * tickets, and the others find nothing to do.
 *
 * Safe to repeat: a signal's effect is told once, by whoever holds the lock first.
 */
export const tellEffect = defineJob({
  name: TELL_EFFECT,
  payload: SignalRef,
  run: (ctx, { signalId }) => oneAtATime(() => tell(ctx, signalId)),
});

let last: Promise<unknown> = Promise.resolve();

/** Of one process: the second of two would look at the same tickets for nothing. */
function oneAtATime(work: () => Promise<string>): Promise<string> {
  const next = last.then(work);
  last = next.catch(() => undefined); // one failure must not block those behind it
  return next;
}

async function tell(ctx: Context, signalId: string): Promise<string> {
  if (!(await isUntold(ctx.db, signalId))) return "skipped: it was told with another";
  const { engine, seq } = await deskModel.current(ctx.db);
  const which = { kinds: TOLD, seq, since: new Date(ctx.now().getTime() - DAY) };
  const teaches = (await untoldSignals(ctx.db, which)).some(changesAnswers);
  const waiting = await waitingTickets(ctx.db, LOOKED_AT);
  const uncapped = await getSetting(ctx.db, "ai.uncapped");
  const looked: Looked[] = [];
  for (const ticket of waiting) {
    const question = questionOf(ticket);
    if (question === "") continue;
    if (!teaches) {
      looked.push({ ...ticket, now: null });
      continue;
    }
    const prediction = engine.predict(question, {}, ticket.accountId);
    looked.push({
      ...ticket,
      now: lookOf(prediction, (articleId) =>
        isUncapped(uncapped, { category: ticket.category, articleId }),
      ),
    });
    await breathe();
  }
  return transaction(ctx, (tx) => settle(tx, looked, which));
}

/** As drafting reads it: everything unanswered, without greetings. */
function questionOf({ subject, texts }: WaitingTicket): string {
  const asked = texts.map(plainText).filter((text) => smallTalk(text) === null);
  return asked.length === 0 ? "" : questionText(smallTalk(subject) ? "" : subject, asked);
}
