import type { PastDraft } from "../review";

/** What people said of a draft. `unknown`: nothing, which proves nothing. */
export type Verdict = "right" | "wrong" | "unknown";

/**
 * Right is what people approved as it was or nearly so, and nobody came back about; wrong is what
 * they rejected or rewrote, and what was re-opened. A wrong tone says nothing of the answer.
 */
export function verdictOf(
  draft: Pick<PastDraft, "reviewState" | "rejectReason" | "outcome" | "accepted">,
): Verdict {
  if (draft.outcome === "reopened") return "wrong";
  switch (draft.reviewState) {
    case "approved":
      return "right";
    case "corrected":
      if (draft.accepted === null) return "unknown";
      return draft.accepted ? "right" : "wrong";
    case "rejected":
      return draft.rejectReason && draft.rejectReason !== "wrong_tone" ? "wrong" : "unknown";
    default:
      return "unknown";
  }
}
