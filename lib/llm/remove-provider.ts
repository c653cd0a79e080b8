import { recordEvent } from "../event";
import { type Context, requirePermission, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { parseInput } from "../platform/parse";
import { ProviderRef } from "./model";
import {
  activeRow,
  liveProviders,
  lockProviders,
  type ProviderRow,
  providerRow,
  updateProvider,
} from "./provider-store";
import { nameTaken } from "./save-provider";

/** Takes a provider away, and its use with it at once. Its calls and drafts stay. */
export async function removeProvider(ctx: Context, input: ProviderRef): Promise<void> {
  await change(ctx, input, async (tx, row) => {
    if (row.archivedAt) return;
    await updateProvider(tx.db, row.id, { archivedAt: tx.now(), updatedAt: tx.now() });
    await recordEvent(tx, "llm.provider_changed", { providerId: row.id, change: "removed" });
  });
}

/**
 * Brings a removed provider back, as it was; switched off where another one drafts by now.
 *
 * @throws `conflict` when its name was taken since
 */
export async function restoreProvider(ctx: Context, input: ProviderRef): Promise<void> {
  await change(ctx, input, async (tx, row) => {
    if (!row.archivedAt) return;
    const names = (await liveProviders(tx.db)).map(({ name }) => name);
    if (names.includes(row.name)) throw nameTaken();
    const mode = (await activeRow(tx.db)) ? "off" : row.mode;
    await updateProvider(tx.db, row.id, { archivedAt: null, mode, updatedAt: tx.now() });
    await recordEvent(tx, "llm.provider_changed", { providerId: row.id, change: "restored" });
  });
}

async function change(
  ctx: Context,
  input: ProviderRef,
  work: (tx: Context, row: ProviderRow) => Promise<void>,
): Promise<void> {
  requirePermission(ctx, "ai.write");
  const { providerId } = parseInput(ProviderRef, input);
  await transaction(ctx, async (tx) => {
    await lockProviders(tx.db);
    const row = await providerRow(tx.db, providerId);
    if (!row) throw new AppError("not_found", "There is no such provider.");
    await work(tx, row);
  });
}
