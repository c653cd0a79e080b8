import { z } from "zod";
import { type Context, requirePermission, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { parseInput } from "../platform/parse";
import { ImportInput, type ImportOutcome } from "./model";
import { readMarkdown } from "./read-markdown";
import { saveArticle } from "./save-article";
import { articleBySlug, categoryKnown } from "./store";

/**
 * Writes an article for each Markdown file. A file whose name is known changes that article; one
 * that says the same changes nothing. What can't be read is named, and stops no other file.
 */
export async function importArticles(ctx: Context, input: ImportInput): Promise<ImportOutcome> {
  requirePermission(ctx, "knowledge.write");
  const { files, state } = parseInput(ImportInput, input);
  const outcome: ImportOutcome = { created: 0, changed: 0, same: 0, refused: [] };
  for (const { path, text } of files) {
    try {
      outcome[await importOne(ctx, path, text, state)]++;
    } catch (error) {
      if (!(error instanceof AppError) && !(error instanceof z.ZodError)) throw error;
      const why = error instanceof AppError ? reasonOf(error) : "it can't be read";
      outcome.refused.push({ path, why });
    }
  }
  return outcome;
}

const reasonOf = ({ message, fields }: AppError) =>
  Object.entries(fields ?? {})
    .map(([name, faults]) => `${name} ${faults.join(", ")}`)
    .join("; ") || message;

function importOne(
  ctx: Context,
  path: string,
  text: string,
  state: "draft" | "published",
): Promise<"created" | "changed" | "same"> {
  const read = readMarkdown(path, text);
  return transaction(ctx, async (tx) => {
    const old = read.slug ? await articleBySlug(tx.db, read.slug) : null;
    const known = read.category && (await categoryKnown(tx.db, read.category));
    const category = known ? (read.category ?? null) : (old?.category ?? null);
    const same =
      old?.title === read.title &&
      old.body === read.body &&
      old.state === state &&
      old.category === category;
    if (same) return "same";
    const { slug, ...fields } = read;
    await saveArticle(tx, {
      ...fields,
      category,
      state,
      ...(old && { articleId: old.id }),
      ...(slug && { slug }),
    });
    return old ? "changed" : "created";
  });
}
