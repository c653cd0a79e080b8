import type { Attack } from "./attack";
import { DIRECT } from "./direct";
import { HIDDEN } from "./hidden";
import { KNOWLEDGE, LEARNED } from "./knowledge";
import { LANGUAGES } from "./languages";
import { TOOLS } from "./tools";

/** Everything that the tests of the guards try. */
export const ATTACKS: readonly Attack[] = [
  ...DIRECT,
  ...HIDDEN,
  ...LANGUAGES,
  ...TOOLS,
  ...KNOWLEDGE,
  ...LEARNED,
];
