import { createHash } from "node:crypto";
import type { ProviderRow } from "./provider-store";

/**
 * A model where it stands, as its calibration is kept: the same name at another address may be
 * another model, of which nothing is known.
 */
export function identityOf({
  id,
  kind,
  baseUrl,
  model,
}: Pick<ProviderRow, "id" | "kind" | "baseUrl" | "model">): string {
  const place = JSON.stringify([id, kind, baseUrl, model]);
  return `${model}@${createHash("sha256").update(place).digest("hex").slice(0, 8)}`;
}

/** Its name, for people. */
export const modelNameOf = (identity: string): string => identity.replace(/@[\da-f]{8}$/, "");
