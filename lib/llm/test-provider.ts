import { z } from "zod";
import { type Context, requirePermission } from "../platform/context";
import { AppError } from "../platform/errors";
import { parseInput } from "../platform/parse";
import { askModel } from "./ask-model";
import { ProviderRef, type ProviderTest } from "./model";
import { providerRow } from "./provider-store";

/** Small enough for every server, and in the form that drafts will need. */
const Pong = z.object({ word: z.string() });

/** Models that think before they speak need room for it, tokens. */
const ROOM = 1000;

/**
 * Asks a provider for one word, whatever its mode. No limit and no rest holds it back; when it
 * answers, a rest is over.
 */
export async function testProvider(ctx: Context, input: ProviderRef): Promise<ProviderTest> {
  requirePermission(ctx, "ai.write");
  const { providerId } = parseInput(ProviderRef, input);
  const row = await providerRow(ctx.db, providerId);
  if (!row || row.archivedAt) throw new AppError("not_found", "There is no such provider.");
  const said = await askModel(ctx, {
    ...{ purpose: "test", promptVersion: "test-1", providerId },
    instructions: "This is a test of the connection. Answer with the word that the data names.",
    prompt: '{"word":"ready"}',
    schema: Pong,
    maxOutputTokens: ROOM,
    about: ctx.actor.type === "person" ? { personId: ctx.actor.personId } : {},
  });
  if (!said.ok) return { ok: false, fault: said.fault, words: said.words };
  return { ok: true, model: said.facts.model, latencyMs: said.facts.latencyMs };
}
