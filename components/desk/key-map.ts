import { says } from "@/components/i18n/says";
import type { Command } from "./commands";

type Meaning = {
  /** What it does, in words. */
  title: string;
  group: Command["group"];
  /** Other keys that do the same from the start; they can't be changed. */
  also?: readonly string[];
  /** Moves about, or makes no sense in a list of commands. */
  hidden?: true;
};

/**
 * Every key of the desk by its default: a letter means the same on every screen. A key may be
 * pressed with `shift+`, with `mod+` (Ctrl, or ⌘ on a Mac), or after another one: `g i`.
 */
export const KEYS = says({
  j: { title: "Next", group: "List", hidden: true },
  k: { title: "Previous", group: "List", hidden: true },
  enter: { title: "Open", group: "List", also: ["o"], hidden: true },
  escape: { title: "Back", group: "List", also: ["u"], hidden: true },
  x: { title: "Select", group: "List" },
  "shift+j": { title: "Select the next, too", group: "List", hidden: true },
  "shift+k": { title: "Select the previous, too", group: "List", hidden: true },
  f: { title: "Filter", group: "List" },
  "mod+enter": { title: "Send or approve", group: "Writing", hidden: true },
  "mod+shift+enter": { title: "Send and resolve", group: "Writing", hidden: true },
  r: { title: "Reply", group: "Writing" },
  n: { title: "Note", group: "Writing" },
  m: { title: "Macro", group: "Writing" },
  w: { title: "Draft with AI", group: "Writing" },
  c: { title: "Correct", group: "AI reply" },
  d: { title: "Reject", group: "AI reply" },
  v: { title: "Evidence", group: "AI reply" },
  t: { title: "Take over", group: "AI reply" },
  a: { title: "Assign", group: "Ticket" },
  i: { title: "Assign to me", group: "Ticket" },
  e: { title: "Resolve", group: "Ticket" },
  "shift+e": { title: "Reopen", group: "Ticket" },
  h: { title: "Snooze or later", group: "Ticket" },
  l: { title: "Label", group: "Ticket" },
  p: { title: "Priority", group: "Ticket" },
  s: { title: "Status", group: "Ticket" },
  q: { title: "Ask about the ticket", group: "Ticket" },
  "g i": { title: "My tickets", group: "Go to" },
  "g r": { title: "To review", group: "Go to" },
  "g m": { title: "Mentions", group: "Go to" },
  "g s": { title: "Snoozed", group: "Go to" },
  "g k": { title: "Articles", group: "Go to" },
  "g c": { title: "Customers", group: "Go to" },
  "/": { title: "Search", group: "Desk" },
  "mod+k": { title: "Search or run a command", group: "Desk", hidden: true },
  "?": { title: "Keys", group: "Desk" },
  z: { title: "Undo", group: "Desk", also: ["mod+z"] },
  "mod+z": { title: "Undo", group: "Desk", hidden: true },
  "[": { title: "Hide or show the navigation", group: "Desk" },
  "]": { title: "Hide or show the details", group: "Desk" },
} as const satisfies Record<string, Meaning>);

/** A key by its default; what a person pressed instead stands in their key map. */
export type Key = keyof typeof KEYS;

export const meaningOf = (key: Key): Meaning => KEYS[key];

/** Keys that a person has changed. */
export type KeyMap = Partial<Record<Key, string>>;

/** Keys with Ctrl or ⌘ work also when single keys are off. */
export const isChord = (binding: string): boolean => binding.startsWith("mod+");

/** What presses a key's command: the changed key, or the default. */
export const bindingOf = (map: KeyMap, key: Key): string => map[key] ?? key;

/** Which other key's command a binding would collide with. */
export function takenBy(map: KeyMap, key: Key, binding: string): Key | null {
  const all = Object.keys(KEYS) as Key[]; // the table's own keys
  const same = (other: string) => other === binding || other.startsWith(`${binding} `);
  return all.find((other) => other !== key && same(bindingOf(map, other))) ?? null;
}

/** A binding as the matcher of the library reads it. */
export function pressesOf(binding: string): string {
  return binding
    .split(" ")
    .map((press) => {
      const parts = press.split("+").filter(Boolean);
      const key = parts.at(-1) ?? "";
      const mods = parts.slice(0, -1).map((mod) => (mod === "mod" ? "$mod" : "Shift"));
      return [...mods, key === "escape" ? "Escape" : key === "enter" ? "Enter" : key].join("+");
    })
    .join(" ");
}

/** The binding that a press of keys means; null for a lone Shift, Ctrl and the like. */
export function bindingFrom(event: {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}): string | null {
  if (["Shift", "Control", "Meta", "Alt", "AltGraph", "CapsLock", "Tab"].includes(event.key)) {
    return null;
  }
  const letter = event.key.length === 1 && /\p{L}/u.test(event.key);
  const mods = [
    event.ctrlKey || event.metaKey ? "mod" : "",
    event.shiftKey && (letter || event.key.length > 1) ? "shift" : "",
  ].filter(Boolean);
  return [...mods, event.key.toLowerCase()].join("+");
}

/** How a binding is written for people. */
export function bindingWords(binding: string, mac: boolean): string {
  return binding
    .split(" ")
    .map((press) => {
      const parts = press.split("+").filter(Boolean);
      const key = NAMES[parts.at(-1) ?? ""] ?? (parts.at(-1) ?? "").toUpperCase();
      const mods = parts.slice(0, -1).map((mod) => MODS[mod]?.[mac ? 1 : 0] ?? mod);
      return mac ? [...mods, key].join("") : [...mods, key].join(" ");
    })
    .join(" ");
}

const NAMES: Record<string, string> = { enter: "↵", escape: "Esc", arrowdown: "↓", arrowup: "↑" };
const MODS: Record<string, [string, string]> = { mod: ["Ctrl", "⌘"], shift: ["⇧", "⇧"] };

/** How a binding is written for `aria-keyshortcuts`. */
export function ariaBinding(binding: string): string {
  const press = (mod: string) =>
    binding
      .split("+")
      .map((part) => {
        if (part === "mod") return mod;
        if (part === "shift") return "Shift";
        return part === "enter" ? "Enter" : part === "escape" ? "Escape" : part.toUpperCase();
      })
      .join("+");
  return isChord(binding) ? `${press("Control")} ${press("Meta")}` : press("");
}
