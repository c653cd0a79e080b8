import { useEffect, useState } from "react";
import { z } from "zod";
import { RuleDraft, type RulesView } from "@/lib/rule/model";

/** Kept on this device, so that nothing typed is lost by a reload. */
const DRAFT = "deskhand.rules.draft";
/** What somebody wrote before they took another person's version. */
const ASIDE = "deskhand.rules.aside";

/** Half-written rules are kept too, so only the outline is checked. */
const Kept = z.object({
  version: z.number().int(),
  rules: z.array(
    z.looseObject({ id: z.string(), name: z.string(), conditions: z.array(z.unknown()) }),
  ),
});
type Kept = { version: number; rules: RuleDraft[] };

function read(key: string): Kept | null {
  try {
    const kept = Kept.safeParse(JSON.parse(localStorage.getItem(key) ?? "null"));
    // Written by `write` below; a rule that does not fit is shown with what is wrong with it.
    return kept.success ? (kept.data as unknown as Kept) : null;
  } catch {
    return null;
  }
}

function write(key: string, kept: Kept | null): void {
  try {
    if (kept) localStorage.setItem(key, JSON.stringify(kept));
    else localStorage.removeItem(key);
  } catch {
    // A browser without room or leave to store: the draft lives as long as the page.
  }
}

/** The rules as they are being written, on top of those in force. */
export function useDraft(view: RulesView) {
  const [draft, setDraft] = useState<Kept | null>(null);
  const [aside, setAside] = useState<Kept | null>(null);
  useEffect(() => {
    setDraft(read(DRAFT));
    setAside(read(ASIDE));
  }, []);
  const rules = draft?.rules ?? view.rules;
  const baseVersion = draft?.version ?? view.version;
  const put = (next: Kept | null) => {
    setDraft(next);
    write(DRAFT, next);
  };
  const putAside = (next: Kept | null) => {
    setAside(next);
    write(ASIDE, next);
  };
  return {
    rules,
    baseVersion,
    dirty: draft !== null && JSON.stringify(draft.rules) !== JSON.stringify(view.rules),
    /** Somebody saved another version since this draft was begun. */
    stale: draft !== null && draft.version !== view.version,
    aside,
    change: (next: RuleDraft[]) => put({ version: baseVersion, rules: next }),
    discard: () => put(null),
    /** The draft now counts as a change of the version in force: it will replace it. */
    keepMine: () => put({ version: view.version, rules }),
    takeTheirs() {
      putAside({ version: baseVersion, rules });
      put(null);
    },
    bringBack() {
      if (aside) put({ version: view.version, rules: aside.rules });
      putAside(null);
    },
  };
}

export type Draft = ReturnType<typeof useDraft>;

/** True when a rule can be saved as it is. */
export const fits = (rule: RuleDraft): boolean => RuleDraft.safeParse(rule).success;
