import { BOUND_VALUES } from "./model";

export const PLACEHOLDER = /\{([a-z][a-z0-9_.]{0,62})\}/g;
const WHOLE = /^\{([a-z][a-z0-9_.]{0,62})\}$/;

const BOUND = new Set<string>(BOUND_VALUES);
/** Whose data it is: a ticket's number alone tells no other system. */
const OWNER = /^(?:customer|account)\./;

const placeholdersIn = (text: string): string[] =>
  [...text.matchAll(PLACEHOLDER)].map(([, name = ""]) => name);

/** The name when a text is one placeholder and nothing else. */
export const wholeOf = (text: string): string | null => WHOLE.exec(text)?.[1] ?? null;

/** True when a model chooses what is asked for, and nothing in the request says for whom. */
export function namesNobody(...texts: string[]): boolean {
  const names = texts.flatMap(placeholdersIn);
  return names.some((name) => !BOUND.has(name)) && !names.some((name) => OWNER.test(name));
}

/** True when the request says for whom by values of which this customer has none. */
export function lacksOwner(
  filling: Readonly<Record<string, unknown>>,
  ...texts: string[]
): boolean {
  const owners = texts.flatMap(placeholdersIn).filter((name) => OWNER.test(name));
  return owners.length > 0 && owners.every((name) => (filling[name] ?? "") === "");
}

/**
 * True when a value may stand beside other words: in a query of another language it could say more
 * than a value does. What code binds may hold letters of every script, for accounts are named so.
 */
export function mayStandBeside(name: string, value: string): boolean {
  if (/^(?:or|and|not|xor|union|in|is|to|like|between)$/i.test(value)) return false;
  return BOUND.has(name) ? /^[\p{L}\p{M}\p{N}_.@+-]*$/u.test(value) : /^[\w.@-]*$/.test(value);
}
