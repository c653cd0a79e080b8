import { recordEvent } from "../event";
import { type Context, requirePermission, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { parseInput } from "../platform/parse";
import { diffRules } from "./diff";
import { draftOf, draftsOf, keptOf, refuseBadDrafts, rowsFor } from "./drafts";
import { type RuleChange, SaveRules } from "./model";
import { same } from "./same";
import {
  insertVersion,
  lockRules,
  newestVersion,
  type RuleRow,
  replaceRules,
  ruleRows,
  type VersionRow,
  versionByNumber,
} from "./store";
import type { RuleNames } from "./words";

/**
 * Puts all rules in force at once, as a new version. The next ticket of every process is routed by
 * them, for routing reads them each time.
 *
 * @throws `conflict` when another version was saved since `baseVersion`: `fields` names it and the
 *   rules that it changed
 */
export async function saveRules(ctx: Context, input: SaveRules): Promise<{ version: number }> {
  requirePermission(ctx, "rules.write");
  const { rules, baseVersion, comment } = parseInput(SaveRules, input);
  refuseBadDrafts(rules);
  return transaction(ctx, async (tx) => {
    await lockRules(tx.db);
    const newest = await newestVersion(tx.db);
    const stored = await ruleRows(tx.db);
    if ((newest?.number ?? 0) !== baseVersion)
      throw await conflict(tx, newest, stored, baseVersion);
    const rows = rowsFor(rules, stored, tx.now());
    return putInForce(tx, { rows, stored, newest, comment, restoredFrom: null });
  });
}

type Change = {
  rows: readonly RuleRow[];
  /** What is in force now. */
  stored: readonly RuleRow[];
  newest: VersionRow | null;
  comment: string;
  restoredFrom: number | null;
};

/** Call it with the rules locked. A state that no version holds is kept as one first. */
export async function putInForce(
  ctx: Context,
  { rows, stored, newest, comment, restoredFrom }: Change,
): Promise<{ version: number }> {
  let number = newest?.number ?? 0;
  if (same(keptOf(rows), keptOf(stored))) return { version: number };
  if (!newest || !same(newest.rules, keptOf(stored))) {
    await keep(ctx, ++number, stored, { comment: "As it was before.", personId: null });
  }
  await keep(ctx, ++number, rows, { comment, restoredFrom, personId: personOf(ctx) });
  await replaceRules(ctx.db, rows);
  const changes = diffRules(stored.map(draftOf), rows.map(draftOf), NO_NAMES);
  await recordEvent(ctx, "rules.saved", {
    version: number,
    ...(restoredFrom !== null && { restoredFrom }),
    added: named(changes, "added"),
    removed: named(changes, "removed"),
    changed: named(changes, "changed", "moved"),
  });
  return { version: number };
}

const named = (changes: readonly RuleChange[], ...kinds: string[]) => [
  ...new Set(changes.filter(({ kind }) => kinds.includes(kind)).map(({ name }) => name)),
];

function keep(
  ctx: Context,
  number: number,
  rows: readonly RuleRow[],
  more: { comment: string; personId: string | null; restoredFrom?: number | null },
): Promise<void> {
  const version = { restoredFrom: null, createdAt: ctx.now(), ...more };
  return insertVersion(ctx.db, { number, rules: keptOf(rows), ...version });
}

const personOf = ({ actor }: Context) => (actor.type === "person" ? actor.personId : null);

/** The diff is asked only for which rules, not for words. */
const NO_NAMES: RuleNames = { intent: String, category: String, person: String };

async function conflict(
  ctx: Context,
  newest: VersionRow | null,
  stored: readonly RuleRow[],
  baseVersion: number,
): Promise<AppError> {
  const number = newest?.number ?? 0;
  // The state before the first save is kept as version 1.
  const base = await versionByNumber(ctx.db, Math.max(1, baseVersion));
  const changes = base ? diffRules(draftsOf(base), stored.map(draftOf), NO_NAMES) : [];
  return new AppError(
    "conflict",
    `Version ${number} was saved since you began with version ${baseVersion}. Nothing of yours was saved or lost.`,
    {
      fields: {
        version: [String(number)],
        rules: [...new Set(changes.map(({ name }) => name))],
        ...(newest && { at: [newest.createdAt.toISOString()] }),
        ...(newest?.personId && { personId: [newest.personId] }),
      },
    },
  );
}
