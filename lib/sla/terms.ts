/** What can be promised: the first reply, each next one, and the end. */
export const CLOCK_TARGETS = ["first", "next", "resolution"] as const;

/** What each promise is called, at the start of a sentence. */
export const TARGET_WORDS: Record<(typeof CLOCK_TARGETS)[number], string> = {
  first: "First reply",
  next: "Next reply",
  resolution: "Resolution",
};
