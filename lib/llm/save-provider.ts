import { recordEvent } from "../event";
import { type Context, requirePermission, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { newId } from "../platform/ids";
import { parseInput } from "../platform/parse";
import { seal } from "../platform/secrets";
import { clearBreaker } from "./breaker-store";
import { ProviderInput } from "./model";
import {
  insertProvider,
  liveProviders,
  lockProviders,
  type ProviderRow,
  updateProvider,
} from "./provider-store";

/**
 * Adds or changes a provider. One drafts at a time: switching it on switches another one off.
 *
 * @throws `not_found`; `conflict` when the name is taken; `invalid`, also when a stored key would
 *   go to another address than it was entered for
 */
export async function saveProvider(
  ctx: Context,
  input: ProviderInput,
): Promise<{ providerId: string }> {
  requirePermission(ctx, "ai.write");
  const { providerId, apiKey, ...fields } = parseInput(ProviderInput, input);
  refuseSecretsInUrl(fields.baseUrl);
  return transaction(ctx, async (tx) => {
    await lockProviders(tx.db);
    const all = await liveProviders(tx.db);
    const before = all.find(({ id }) => id === providerId) ?? null;
    if (providerId && !before) throw new AppError("not_found", "There is no such provider.");
    if (all.some(({ id, name }) => name === fields.name && id !== providerId)) throw nameTaken();
    if (before?.apiKey && apiKey === undefined && movesAway(before, fields)) {
      throw new AppError("invalid", "Enter the key again: it would go to another address.", {
        fields: { apiKey: ["is needed again, as the address has changed"] },
      });
    }
    if (fields.mode !== "off") await switchOthersOff(tx, all, before?.id);
    const id = before?.id ?? newId();
    const key = apiKey === undefined ? {} : { apiKey: sealed(tx, apiKey) };
    const row = { ...fields, ...key, updatedAt: tx.now() };
    if (before) await updateProvider(tx.db, id, row);
    else await insertProvider(tx.db, { ...row, id, createdAt: tx.now() });
    await clearBreaker(tx.db, id);
    const told = changed(before, { ...fields, key: keyWord(before, apiKey) });
    const change = before ? "changed" : "added";
    await recordEvent(tx, "llm.provider_changed", { providerId: id, change, ...told });
    return { providerId: id };
  });
}

export const nameTaken = () =>
  new AppError("conflict", "A provider with this name exists already.", {
    fields: { name: ["is the name of another provider"] },
  });

/** What is shown and logged must hold no password. */
function refuseSecretsInUrl(baseUrl: string | null): void {
  const url = baseUrl ? new URL(baseUrl) : null;
  if (!url || !(url.username || url.password || url.search || url.hash)) return;
  throw new AppError("invalid", "The address holds more than host and path.", {
    fields: { baseUrl: ["must be without a name, a password, ? and #; the key has its own field"] },
  });
}

const originOf = (baseUrl: string | null) => (baseUrl ? new URL(baseUrl).origin : null);

const movesAway = (
  before: Pick<ProviderRow, "kind" | "baseUrl">,
  after: Pick<ProviderRow, "kind" | "baseUrl">,
): boolean => before.kind !== after.kind || originOf(before.baseUrl) !== originOf(after.baseUrl);

const sealed = (ctx: Context, key: string): string | null =>
  key === "" ? null : seal(ctx.env.NEXTAUTH_SECRET, key);

/** Of a key, the audit log tells only that there is one. */
function keyWord(before: ProviderRow | null, key: string | undefined): string {
  if (key === undefined) return before?.apiKey ? "set" : "none";
  return key === "" ? "none" : before?.apiKey ? "set anew" : "set";
}

async function switchOthersOff(
  ctx: Context,
  all: readonly ProviderRow[],
  but: string | undefined,
): Promise<void> {
  for (const { id, mode } of all) {
    if (mode === "off" || id === but) continue;
    await updateProvider(ctx.db, id, { mode: "off", updatedAt: ctx.now() });
    await recordEvent(ctx, "llm.provider_changed", {
      ...{ providerId: id, change: "changed" },
      ...{ before: { mode }, after: { mode: "off" } },
    });
  }
}

type Told = Record<string, unknown>;

/** The fields that differ, as they were and are. */
function changed(row: ProviderRow | null, after: Told): { before?: Told; after: Told } {
  if (!row) return { after };
  const before: Told = { ...row, key: row.apiKey ? "set" : "none" };
  const names = Object.keys(after).filter((name) => !same(before[name], after[name]));
  const only = (from: Told) => Object.fromEntries(names.map((name) => [name, from[name]]));
  return { before: only(before), after: only(after) };
}

/** Limits are an object, whose names the database orders anew. */
const same = (one: unknown, other: unknown): boolean => ordered(one) === ordered(other);
const ordered = (value: unknown): string =>
  value && typeof value === "object"
    ? JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : JSON.stringify(value);
