import type { TriedStep } from "./model";

/** Words in which a step is told; the first group is the step. */
export type Pattern = {
  words: RegExp;
  by: TriedStep["by"];
  /** Counts only when it was repeated, or is said not to have helped. */
  weak?: boolean;
};
