import type { T } from "@/components/i18n/catalogue";
import type { Tone } from "@/lib/assist/model";

export function toneWords(tone: Tone, t: T): string {
  switch (tone) {
    case "friendlier":
      return t("Friendlier");
    case "formal":
      return t("More formal");
    case "shorter":
      return t("Shorter");
    case "simpler":
      return t("Simpler");
  }
}
