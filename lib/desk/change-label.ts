import { recordEvent } from "../event";
import { type Context, requirePermission, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { parseInput } from "../platform/parse";
import { insertLabel, type Label, labelsOf, lockLabels, updateLabel } from "./label-store";
import {
  LAST_CATEGORY,
  LabelChange,
  type LabelKind,
  LabelMerge,
  LabelRef,
  NewLabel,
  slugOf,
} from "./model";

const WORDS: Record<LabelKind, string> = { category: "category", intent: "intent" };

/** Adds a category or an intent. @throws `conflict` when there is one like it */
export async function addLabel(ctx: Context, input: NewLabel): Promise<{ slug: string }> {
  requirePermission(ctx, "content.write");
  const { space, name, description } = parseInput(NewLabel, input);
  const slug = slugOf(space, name);
  if (!slug) throw refused("invalid", "needs a letter of a–z or a digit");
  return transaction(ctx, async (tx) => {
    await lockLabels(tx.db);
    const taken = (await labelsOf(tx.db, space)).some((one) => one.slug === slug);
    if (taken) throw refused("conflict", `is too much like another ${WORDS[space]}`);
    await insertLabel(tx.db, space, { slug, name, description, createdAt: tx.now() });
    await recordEvent(tx, "label.changed", { space, slug, change: "added", after: name });
    return { slug };
  });
}

/** Gives it another name or description; rules and tickets keep their hold on it. */
export async function renameLabel(ctx: Context, input: LabelChange): Promise<void> {
  requirePermission(ctx, "content.write");
  const { space, slug, name, description } = parseInput(LabelChange, input);
  await transaction(ctx, async (tx) => {
    const before = await found(tx, space, slug);
    await updateLabel(tx.db, space, slug, { name, description });
    const names = { before: before.name, after: name };
    await recordEvent(tx, "label.changed", { space, slug, change: "renamed", ...names });
  });
}

/**
 * Makes one label part of another: its tickets get that one, as a job, and so does what is learned.
 *
 * @throws `conflict` when the other is out of use, or is part of this one
 */
export async function mergeLabel(ctx: Context, input: LabelMerge): Promise<void> {
  requirePermission(ctx, "content.write");
  const { space, slug, into } = parseInput(LabelMerge, input);
  keepLast(space, slug);
  await transaction(ctx, async (tx) => {
    const before = await found(tx, space, slug);
    const target = await found(tx, space, into);
    // What is out of use leads nowhere, so that no ring of mergers can be made.
    if (target.archivedAt) throw new AppError("conflict", "The other one is out of use.");
    await updateLabel(tx.db, space, slug, {
      archivedAt: before.archivedAt ?? tx.now(),
      mergedInto: into,
    });
    await recordEvent(tx, "label.changed", { space, slug, change: "merged", into });
  });
}

/** Takes it out of use: kept on old tickets, given to no new one. Safe to repeat. */
export async function archiveLabel(ctx: Context, input: LabelRef): Promise<void> {
  requirePermission(ctx, "content.write");
  const { space, slug } = parseInput(LabelRef, input);
  keepLast(space, slug);
  await transaction(ctx, async (tx) => {
    const before = await found(tx, space, slug);
    if (before.archivedAt) return;
    await updateLabel(tx.db, space, slug, { archivedAt: tx.now() });
    await recordEvent(tx, "label.changed", { space, slug, change: "archived" });
  });
}

/** Brings it back into use. Tickets that a merger gave to another stay there. */
export async function restoreLabel(ctx: Context, input: LabelRef): Promise<void> {
  requirePermission(ctx, "content.write");
  const { space, slug } = parseInput(LabelRef, input);
  await transaction(ctx, async (tx) => {
    const before = await found(tx, space, slug);
    if (!before.archivedAt) return;
    await updateLabel(tx.db, space, slug, { archivedAt: null, mergedInto: null });
    await recordEvent(tx, "label.changed", { space, slug, change: "restored" });
  });
}

async function found(ctx: Context, space: LabelKind, slug: string): Promise<Label> {
  await lockLabels(ctx.db);
  const label = (await labelsOf(ctx.db, space)).find((one) => one.slug === slug);
  if (!label) throw new AppError("not_found", `There is no such ${WORDS[space]}.`);
  return label;
}

function keepLast(space: LabelKind, slug: string): void {
  if (space === "category" && slug === LAST_CATEGORY) {
    throw new AppError("conflict", "Tickets that fit nowhere else need this category.");
  }
}

const refused = (code: "invalid" | "conflict", complaint: string) =>
  new AppError(code, `The name ${complaint}.`, { fields: { name: [complaint] } });
