import type { T } from "@/components/i18n/catalogue";
import type { Purpose } from "@/lib/llm/model";

/** What a model was asked for. */
export function purposeWords(purpose: Purpose, t: T): string {
  switch (purpose) {
    case "draft":
      return t("Draft", { context: "noun" });
    case "agree":
      return t("Second sample");
    case "summary":
      return t("Summary");
    case "classify":
      return t("Intent, sentiment");
    case "rewrite":
      return t("Rewriting");
    case "copilot":
      return t("Question of a colleague");
    case "test":
      return t("Connection test");
    case "eval":
      return t("Evaluation");
  }
}
