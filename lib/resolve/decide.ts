import type { Bands } from "../desk/model";
import type { TicketStatus } from "../ticket/model";
import type { Decision, ReviewState } from "./model";

export type Decided = {
  decision: Decision;
  reviewState: Extract<ReviewState, "none" | "flagged" | "held">;
  /** What the ticket becomes once the reply is delivered; null: nothing is sent. */
  thenStatus: TicketStatus | null;
  /** In plain words. */
  because: string;
};

/** What admins have set beside the bands. */
type Policy = {
  /** Replies between the bands leave only once a person has approved them. */
  approveFirst?: boolean;
  /** Two people approve every draft of the ticket's category. */
  fourEyes?: boolean;
};

/**
 * What happens to a draft. Anything that blocks it, and any confidence that is no number in 0..1,
 * leaves it to a person.
 *
 * @param blocks why it must not be sent, whatever the confidence; in plain words
 */
export function decide(
  confidence: number | null | undefined,
  bands: Bands,
  blocks: readonly string[],
  policy: Policy = {},
): Decided {
  if (blocks.length > 0) {
    const words = [...new Set(blocks)].join("; ").replace(/\.$/, "");
    return held(`It is left to a person: ${words}.`);
  }
  if (typeof confidence !== "number" || !(confidence >= 0 && confidence <= 1)) {
    return held("The confidence is not a number between 0 and 1, so a person decides.");
  }
  if (policy.fourEyes) {
    return held("Drafts of this category leave only once two people have approved them.");
  }
  const shown = cut(confidence);
  if (confidence >= bands.send) {
    const because = `Confidence ${shown} is at or above ${bands.send}: it is sent.`;
    return { decision: "sent", reviewState: "none", thenStatus: "resolved", because };
  }
  if (confidence >= bands.flag && policy.approveFirst) {
    return held(
      `Confidence ${shown} is below ${bands.send}, and such replies leave only once a person has approved them.`,
    );
  }
  if (confidence >= bands.flag) {
    return {
      decision: "sent_flagged",
      reviewState: "flagged",
      thenStatus: "pending_customer",
      because: `Confidence ${shown} is at or above ${bands.flag} and below ${bands.send}: it is sent and flagged for review.`,
    };
  }
  return held(`Confidence ${shown} is below ${bands.flag}, so a person decides.`);
}

const held = (because: string): Decided => ({
  decision: "held",
  reviewState: "held",
  thenStatus: null,
  because,
});

/** Two decimals, cut: 0.8499 must not read as 0.85. The addend absorbs the error of doubles. */
export const cut = (value: number): string => (Math.floor(value * 100 + 1e-9) / 100).toFixed(2);
