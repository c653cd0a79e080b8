import { says } from "@/components/i18n/says";
import type { LabelKind } from "@/lib/desk/model";

export const NEW_WORDS: Record<LabelKind, string> = says({
  category: "New category",
  intent: "New intent",
});

export const NAME_WORDS: Record<LabelKind, string> = says({
  category: "Name of the new category",
  intent: "Name of the new intent",
});
