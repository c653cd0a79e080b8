import { expect, test } from "vitest";
import { verdictOf } from "./verdict";

const draft = { reviewState: "none", rejectReason: null, outcome: null, accepted: null } as const;

test.each([
  ["nobody has looked", draft, "unknown"],
  ["approved", { ...draft, reviewState: "approved" }, "right"],
  ["approved, and re-opened", { ...draft, reviewState: "approved", outcome: "reopened" }, "wrong"],
  ["nearly as it was", { ...draft, reviewState: "corrected", accepted: true }, "right"],
  ["rewritten", { ...draft, reviewState: "corrected", accepted: false }, "wrong"],
  ["corrected before that was kept", { ...draft, reviewState: "corrected" }, "unknown"],
  ["rejected", { ...draft, reviewState: "rejected", rejectReason: "wrong_answer" }, "wrong"],
  ["wrong tone", { ...draft, reviewState: "rejected", rejectReason: "wrong_tone" }, "unknown"],
  ["set aside, a person answered", { ...draft, reviewState: "rejected" }, "unknown"],
] as const)("%s: %s", (_, facts, verdict) => {
  expect(verdictOf(facts)).toBe(verdict);
});
