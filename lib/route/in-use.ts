import type { LabelPlaces } from "../desk";
import type { ScoredIntent } from "../ticket/model";

/** Everything that fits nowhere else; no desk can do without it. */
const GENERAL = "general";

/** Intents as the desk uses them: those that admins have put together or away count as they say. */
export function intentsInUse(
  intents: readonly ScoredIntent[],
  places: LabelPlaces | undefined,
): ScoredIntent[] {
  if (!places) return [...intents];
  const used = new Map<string, ScoredIntent>();
  for (const scored of intents) {
    const intent = places.intents.get(scored.intent);
    if (intent && !used.has(intent)) used.set(intent, { ...scored, intent });
  }
  return [...used.values()];
}

export function categoryInUse(category: string, places: LabelPlaces | undefined): string {
  return places ? (places.categories.get(category) ?? GENERAL) : category;
}
