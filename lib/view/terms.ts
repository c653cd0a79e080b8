/** Queues that every desk has; a team's is called by its id, `team_…`, a saved view's `view_…`. */
export const FIXED_QUEUES = [
  "mine",
  "unassigned",
  "breaching",
  "mentions",
  "open",
  "all",
  "snoozed",
  "review",
  "held",
  "sent",
] as const;
export type FixedQueue = (typeof FIXED_QUEUES)[number];

/** Orders of a list of tickets. */
export const VIEW_SORTS = ["newest", "waiting", "sla", "value", "sentiment"] as const;

/** Says an English text in somebody's language: `{{name}}` is filled in, `count` chooses the plural. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** In English, where nobody's language is known. */
export const plainly: Say = (key, values = {}) => {
  const said = values.count === 1 ? key.replace("{{count}} days", "{{count}} day") : key;
  return said.replace(/\{\{(\w+)\}\}/g, (hole, name: string) => String(values[name] ?? hole));
};

/** 90 → "90 min", 120 → "2 h", 2880 → "2 days". */
export function minuteWords(minutes: number, say: Say = plainly): string {
  if (minutes >= 1440 && minutes % 1440 === 0) {
    return say("{{count}} days", { count: minutes / 1440 });
  }
  if (minutes >= 60 && minutes % 60 === 0) return say("{{n}} h", { n: minutes / 60 });
  return say("{{n}} min", { n: minutes });
}
