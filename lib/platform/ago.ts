const UNITS = [
  { ms: 86_400_000, one: "day", many: "days" },
  { ms: 3_600_000, one: "h", many: "h" },
  { ms: 60_000, one: "min", many: "min" },
] as const;

/** How long ago, in one unit, cut down: "just now", "5 min ago", "3 h ago", "2 days ago". */
export function ago(from: Date, now: Date): string {
  const past = now.getTime() - from.getTime();
  const unit = UNITS.find(({ ms }) => past >= ms);
  if (!unit) return "just now";
  const count = Math.floor(past / unit.ms);
  return `${count} ${count === 1 ? unit.one : unit.many} ago`;
}
