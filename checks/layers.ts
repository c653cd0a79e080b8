/** Which part of the product a file belongs to. The names are those of docs/decisions and README. */

export const NOUNS = [
  "customer",
  "ticket",
  "knowledge",
  "predictor",
  "channel",
  "csat",
  "person",
  "rule",
  "sla",
  "filter",
  "view",
  "presence",
  "notice",
  "llm",
  "tool",
  "desk",
] as const;
export const STEPS = [
  "ingest",
  "route",
  "resolve",
  "deliver",
  "learn",
  "backtest",
  "assist",
] as const;
export const READERS = ["inbox", "review", "search", "insights", "admin"] as const;

/** Folders of lib/ that are neither: the journal, and what would serve any product. */
export const SHARED = ["event", "platform"] as const;

const has = (list: readonly string[], word: string | null): boolean =>
  word !== null && list.includes(word);

/** `lib/ticket/store.ts` → `ticket`; null for files that are not in a folder of lib/. */
export function folderOf(path: string): string | null {
  return /^lib\/([^/]+)\//.exec(path)?.[1] ?? null;
}

export const isNoun = (path: string): boolean => has(NOUNS, folderOf(path));
export const isStep = (path: string): boolean => has(STEPS, folderOf(path));
export const isReader = (path: string): boolean => has(READERS, folderOf(path));
/** Vocabulary: `model.ts`, and `terms.ts` with what of it a first paint needs, without zod. */
export const isModel = (path: string): boolean => /^lib\/[^/]+\/(model|terms)\.ts$/.test(path);
export const isDoor = (path: string): boolean => /^lib\/[^/]+\/index\.ts$/.test(path);
export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);
export const isTestHelper = (path: string): boolean => /^(db|lib\/[^/]+)\/testing\//.test(path);

/** Code that people run on a desk, as opposed to tests, benches, and tools of developers. */
export const isProduct = (path: string): boolean =>
  /^(app|components|db|lib)\/|^(instrumentation|proxy|worker)[^/]*\.ts$/.test(path) &&
  !isTest(path) &&
  !isTestHelper(path);
