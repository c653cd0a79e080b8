/** What happens to the words of a model in the field of a reply. `own`: others took their place. */
type Step = "begin" | "text" | "done" | "fault" | "stop" | "own";

/**
 * Whether words stand there that the guards have not read as a whole: they read what is finished.
 * A draft that was stopped, or broke off, leaves such words behind.
 */
export function uncheckedAfter(before: boolean, step: Step): boolean {
  if (step === "text") return true;
  return step === "fault" || step === "stop" ? before : false;
}
