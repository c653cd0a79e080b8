import { recordEvent } from "../event";
import { type Context, requirePermission, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { parseInput } from "../platform/parse";
import { deleteTag, putTag, tagNamed } from "./macro-store";
import { TagInput, TagRef, TagRename } from "./model";

/** Gives a tag a meaning. Tickets may hold tags that nobody has described. */
export async function saveTag(ctx: Context, input: TagInput): Promise<void> {
  requirePermission(ctx, "content.write");
  const { name, description } = parseInput(TagInput, input);
  await transaction(ctx, async (tx) => {
    const isNew = await putTag(tx.db, { name, description, createdAt: tx.now() });
    await recordEvent(tx, "tag.changed", { name, change: isNew ? "created" : "edited" });
  });
}

/**
 * Gives a tag another name, on every ticket that has it, as a job. The name of another tag makes
 * them one.
 */
export async function renameTag(ctx: Context, input: TagRename): Promise<void> {
  requirePermission(ctx, "content.write");
  const { name, to } = parseInput(TagRename, input);
  if (name === to) return;
  await transaction(ctx, async (tx) => {
    const before = await tagNamed(tx.db, name);
    const target = await tagNamed(tx.db, to);
    if (!target) {
      const description = before?.description ?? "";
      await putTag(tx.db, { name: to, description, createdAt: tx.now() });
    }
    await deleteTag(tx.db, name);
    await recordEvent(tx, "tag.changed", { name, change: "renamed", into: to });
  });
}

/** Offers a tag no more; tickets keep it. Safe to repeat. */
export const archiveTag = (ctx: Context, input: TagRef) => setArchived(ctx, input, true);
export const restoreTag = (ctx: Context, input: TagRef) => setArchived(ctx, input, false);

async function setArchived(ctx: Context, input: TagRef, archived: boolean): Promise<void> {
  requirePermission(ctx, "content.write");
  const { name } = parseInput(TagRef, input);
  await transaction(ctx, async (tx) => {
    const tag = await tagNamed(tx.db, name);
    if (!tag) throw new AppError("not_found", "Nobody has described that tag.");
    if ((tag.archivedAt !== null) === archived) return;
    await putTag(tx.db, { ...tag, archivedAt: archived ? tx.now() : null });
    await recordEvent(tx, "tag.changed", { name, change: archived ? "archived" : "restored" });
  });
}
