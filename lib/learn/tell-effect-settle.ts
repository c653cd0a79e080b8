import { getSetting } from "../desk";
import { bandsFor } from "../desk/model";
import { recordEvent } from "../event";
import type { WaitingTicket } from "../insights";
import type { Context } from "../platform/context";
import {
  lockPredictions,
  predictionsOf,
  putPredictions,
  setEffect,
  type TicketPrediction,
  type Untold,
  untoldSignals,
} from "../predictor";
import type { SignalEffect } from "../predictor/model";
import { type Before, differs, type Look, mayLeave } from "./tell-effect-compare";

/** A ticket with what would answer it now; null where no correction could have changed that. */
export type Looked = WaitingTicket & { now: Look | null };

/** Tickets that an effect names. */
const NAMED = 20;

/**
 * Compares a look at the open tickets with the one before, and tells the difference once. Call it
 * inside a transaction: what was compared is stored with it.
 */
export async function settle(
  ctx: Context,
  looked: readonly Looked[],
  which: Parameters<typeof untoldSignals>[1],
): Promise<string> {
  await lockPredictions(ctx.db);
  const told = await untoldSignals(ctx.db, which);
  if (told.length === 0) return "skipped: it was told meanwhile";
  const teaching = told.filter(changesAnswers);
  const newest = teaching.at(-1) ?? null;
  const { changed, ready } = await compare(ctx, looked, teaching);
  const effect: SignalEffect = {
    changed: changed.length,
    of: looked.length,
    tickets: changed.slice(0, NAMED).map(({ number }) => number),
  };
  const effectOf = (signal: Untold): SignalEffect => {
    if (!newest || !teaching.includes(signal))
      return { changed: 0, of: looked.length, tickets: [] };
    return signal === newest ? effect : { ...effect, toldWith: newest.seq };
  };
  for (const signal of told) await setEffect(ctx.db, signal.id, effectOf(signal));
  await putPredictions(
    ctx.db,
    looked.flatMap((one) => toRow(one, which.seq, ctx.now())),
  );
  for (const signal of onePerTicket([...told, ...teaching])) {
    const { ticketId, id: signalId, kind } = signal;
    if (!ticketId) continue;
    const told = { ticketId, signalId, kind, ...effectOf(signal) };
    await recordEvent(ctx, "correction.learned", told);
  }
  if (newest && ready.length > 0) {
    const ticketIds = ready.map(({ id }) => id);
    await recordEvent(ctx, "prediction.changed", { signalId: newest.id, ticketIds });
  }
  return `${effect.changed} of ${effect.of} open tickets changed by ${told.length}`;
}

async function compare(ctx: Context, looked: readonly Looked[], told: readonly Untold[]) {
  const bands = await getSetting(ctx.db, "ai.bands");
  const overrides = await getSetting(ctx.db, "ai.bandOverrides");
  const rows = await predictionsOf(
    ctx.db,
    looked.map(({ id }) => id),
  );
  const corrected = new Set(told.flatMap(({ subject }) => subject ?? []));
  const changed: Looked[] = [];
  const ready: Looked[] = [];
  for (const ticket of looked) {
    const { now, held } = ticket;
    const before = beforeOf(ticket, rows.get(ticket.id));
    const own = bandsFor(bands, overrides, ticket);
    if (!now || !before || !differs(before, now, own, corrected)) continue;
    changed.push(ticket);
    if (mayLeave(held, now, own)) ready.push(ticket);
  }
  return { changed, ready };
}

/** The look before, unless the customer has written since; else what the held draft says. */
function beforeOf({ askedAt, held }: Looked, row: TicketPrediction | undefined): Before | null {
  if (row && row.updatedAt >= askedAt) return { ...row, likened: false };
  return held && { ...held, likened: true };
}

function toRow({ id: ticketId, now }: Looked, upToSeq: number, updatedAt: Date) {
  if (!now) return [];
  const finite = now.confidence >= 0 && now.confidence <= 1;
  return [{ ticketId, ...now, confidence: finite ? now.confidence : 0, upToSeq, updatedAt }];
}

/** Labels and judged drafts teach other parts of the model. */
export const changesAnswers = ({ kind, learned }: Untold): boolean =>
  kind === "undone" ||
  kind === "rolled_back" ||
  learned.some(({ type }) => type !== "labelled" && type !== "judged");

/** The last of each ticket: its timeline says it once. */
const onePerTicket = (signals: readonly Untold[]): Untold[] => [
  ...new Map(signals.map((signal) => [signal.ticketId, signal])).values(),
];
