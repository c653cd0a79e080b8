import type { RequestSummary } from "@/lib/ingest/model";
import { type Done, OUTCOMES } from "./journal";
import type { Rejected } from "./post-file";

/** Kinds of reason and bad lines that are listed. */
const SHOWN = 8;

const WORDS = {
  created: "created a ticket",
  joined: "joined a ticket",
  noted: "kept as an internal note",
  moved: "moved a ticket",
  duplicate: "were here before",
} as const;

/** What was posted, and what was refused with its reasons. */
export function reportPosted(done: readonly Done[], rejected: readonly Rejected[]): string {
  const rows = OUTCOMES.map((outcome) => [
    WORDS[outcome],
    done.filter((entry) => entry.outcome === outcome).length,
  ]).filter(([words, count]) => count !== 0 || words === WORDS.created || words === WORDS.joined);
  const reasons = countBy(rejected.map(({ reason }) => reason)).slice(0, SHOWN);
  return table("Requests", [
    ...rows,
    ["rejected", rejected.length],
    ...reasons.map(([reason, count]) => [
      `  ${reason} (first: line ${rejected.find((one) => one.reason === reason)?.line})`,
      count,
    ]),
  ]);
}

/** What the desk made of them. */
export function reportTickets(tickets: readonly RequestSummary[], asked: number): string {
  const confidences = tickets.flatMap(({ confidence }) => (confidence === null ? [] : confidence));
  const atLeast = (bound: number) => confidences.filter((value) => value >= bound).length;
  const by = (title: string, field: "category" | "priority" | "status" | "intent") =>
    table(title, countBy(tickets.map((ticket) => ticket[field] ?? "none found")), tickets.length);
  return [
    by("Category", "category"),
    by("Intent", "intent"),
    by("Priority", "priority"),
    table("Decision", countBy(tickets.map(({ decision }) => decision ?? "none")), tickets.length),
    table(
      "Confidence",
      [
        ["at least 0.85", atLeast(0.85)],
        ["at least 0.60", atLeast(0.6)],
        ["below 0.60", confidences.length - atLeast(0.6)],
        ["nothing drafted (yet)", asked - confidences.length],
      ],
      asked,
    ),
    by("Status", "status"),
  ].join("\n");
}

type Row = readonly (string | number)[];

function table(title: string, rows: readonly Row[], of?: number): string {
  const width = Math.max(24, ...rows.map(([words]) => String(words).length));
  const lines = rows.map(([words, count]) => {
    const share = of ? `${((100 * Number(count)) / of).toFixed(1)} %`.padStart(9) : "";
    return `  ${String(words).padEnd(width)}${String(count).padStart(8)}${share}`;
  });
  return [title, ...lines, ""].join("\n");
}

function countBy(words: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}
