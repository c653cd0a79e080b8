import type { Db } from "@/db/client";
import { identityOf } from "./identity";
import type { LlmLimits, ProviderKind } from "./model";
import { activeRow, heldRow } from "./provider-store";

export type ActiveProvider = {
  id: string;
  name: string;
  kind: ProviderKind;
  model: string;
  /** The model where it stands: its drafts are counted by it. */
  identity: string;
  mode: "shadow" | "on";
  hidePersonal: boolean;
  samples: number;
  timeoutSeconds: number;
  contextTokens: number;
  limits: LlmLimits;
};

/** The provider that drafts; null when there is none, or it is off. One query. */
export async function activeProvider(db: Db): Promise<ActiveProvider | null> {
  const row = await activeRow(db);
  if (!row || row.mode === "off") return null;
  const { id, name, kind, model, mode, hidePersonal, samples, timeoutSeconds, contextTokens } = row;
  return {
    ...{ id, name, kind, model, mode, hidePersonal, samples, timeoutSeconds, contextTokens },
    identity: identityOf(row),
    limits: row.limits,
  };
}

/**
 * Whether it is still the one, in the same mode. Call it in the transaction that uses its words: who
 * would switch it off, change or remove it waits until that has ended.
 */
export async function holdProvider(
  db: Db,
  { id, mode, identity }: Pick<ActiveProvider, "id" | "mode" | "identity">,
): Promise<boolean> {
  const row = await heldRow(db, { id, mode });
  return row !== null && identityOf(row) === identity;
}
