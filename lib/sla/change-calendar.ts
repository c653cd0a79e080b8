import { recordEvent } from "../event";
import { type Context, requirePermission, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { newId } from "../platform/ids";
import { parseInput } from "../platform/parse";
import { openState } from "./business-time";
import { Calendar, CalendarInput, CalendarRef, type OpenState } from "./model";
import { calendarById, calendarNamed, lockSla, policiesOfCalendar, putCalendar } from "./store";

/**
 * Makes a calendar, or changes one. Clocks of open tickets follow, as a job.
 *
 * @throws `conflict` when another one has that name
 */
export async function saveCalendar(
  ctx: Context,
  input: CalendarInput,
): Promise<{ calendarId: string }> {
  requirePermission(ctx, "rules.write");
  const { calendarId, ...content } = parseInput(CalendarInput, input);
  const id = calendarId ?? newId();
  return transaction(ctx, async (tx) => {
    await lockSla(tx.db);
    const before = calendarId === undefined ? null : await calendarById(tx.db, calendarId);
    if (calendarId !== undefined && (!before || before.archivedAt)) throw gone();
    if (await calendarNamed(tx.db, content.name, id)) throw nameTaken();
    const now = tx.now();
    const holidays = content.holidays.toSorted((a, b) => (a.date < b.date ? -1 : 1));
    const times = { createdAt: before?.createdAt ?? now, updatedAt: now, archivedAt: null };
    await putCalendar(tx.db, { id, ...content, holidays, ...times });
    const change = before ? "edited" : "created";
    await recordEvent(tx, "sla.changed", { kind: "calendar", id, name: content.name, change });
    return { calendarId: id };
  });
}

/** Takes a calendar away. @throws `conflict` while a policy counts by it */
export async function removeCalendar(ctx: Context, input: CalendarRef): Promise<void> {
  requirePermission(ctx, "rules.write");
  const { calendarId } = parseInput(CalendarRef, input);
  await transaction(ctx, async (tx) => {
    await lockSla(tx.db);
    const calendar = await calendarById(tx.db, calendarId);
    if (!calendar) throw gone();
    if (calendar.archivedAt) return;
    const used = await policiesOfCalendar(tx.db, calendarId);
    if (used.length > 0) {
      throw new AppError("conflict", `It is used by ${used.join(", ")}. Change that first.`);
    }
    await archive(tx, calendar, "removed");
  });
}

/** Brings a calendar back. @throws `conflict` when another one has its name by now */
export async function restoreCalendar(ctx: Context, input: CalendarRef): Promise<void> {
  requirePermission(ctx, "rules.write");
  const { calendarId } = parseInput(CalendarRef, input);
  await transaction(ctx, async (tx) => {
    await lockSla(tx.db);
    const calendar = await calendarById(tx.db, calendarId);
    if (!calendar) throw gone();
    if (!calendar.archivedAt) return;
    if (await calendarNamed(tx.db, calendar.name, calendarId)) throw nameTaken();
    await archive(tx, calendar, "restored");
  });
}

type Stored = NonNullable<Awaited<ReturnType<typeof calendarById>>>;

async function archive(ctx: Context, calendar: Stored, change: "removed" | "restored") {
  const now = ctx.now();
  const archivedAt = change === "removed" ? now : null;
  await putCalendar(ctx.db, { ...calendar, updatedAt: now, archivedAt });
  const { id, name } = calendar;
  await recordEvent(ctx, "sla.changed", { kind: "calendar", id, name, change });
}

/** Whether a calendar would be open now, before it is saved. */
export async function tryCalendar(ctx: Context, input: Calendar): Promise<OpenState> {
  requirePermission(ctx, "rules.write");
  const { open, changesAt } = openState(parseInput(Calendar, input), ctx.now());
  return { open, changesAt: changesAt?.toISOString() ?? null };
}

const gone = () => new AppError("not_found", "There is no such calendar any more.");

const nameTaken = () =>
  new AppError("conflict", "There is a calendar of that name.", {
    fields: { name: ["is the name of another calendar"] },
  });
