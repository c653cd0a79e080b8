import type { Decision } from "@/lib/resolve/model";
import type { Figures } from "../replay/figures";
import type { DatabaseFigures } from "./figures";
import type { DatabaseReplay } from "./replay";

const HEAD =
  "tickets    acc.   sent  right flagged right   held  right  blank    ECE   Brier  novel  ms draft  learn | engine: acc.   auto  right    ECE  novel";
/** Kinds of reasons that are named. */
const REASONS = 8;

const percent = (value: number | undefined, width = 5) =>
  (value === undefined ? "–" : (value * 100).toFixed(1)).padStart(width);
const small = (value: number) => value.toFixed(3).padStart(6);

function line(name: string, figures: DatabaseFigures, engine: Figures): string {
  const { decisions, ms } = figures;
  const of = (decision: Decision) => [
    percent(decisions[decision].share),
    percent(decisions[decision].right),
  ];
  return [
    name.padEnd(8),
    percent(figures.accuracy),
    ...of("sent"),
    ...of("sent_flagged"),
    ...of("held"),
    percent(figures.undrafted),
    small(figures.ece),
    small(figures.brier),
    percent(figures.novelShare),
    ms.draft.toFixed(0).padStart(8),
    ms.learn.toFixed(0).padStart(5),
    "|",
    percent(engine.accuracy, 12),
    percent(engine.autoShare),
    percent(engine.autoPrecision),
    small(engine.ece),
    percent(engine.novelShare),
  ].join("  ");
}

/** What the whole product did with the questions, beside what its engine alone would have done. */
export function printDatabaseReplay(
  { parts, all, engine, engineAll, held }: DatabaseReplay,
  print: (line: string) => void,
): void {
  print("The whole pipeline, by its stored decisions; shares in percent");
  print(HEAD);
  let until = 0;
  parts.forEach((figures, at) => {
    const beside = engine[at];
    until += figures.n;
    if (beside) print(line(`to ${until}`, figures, beside));
  });
  print(line("all", all, engineAll));
  print("\nHeld because (numbers left out)");
  for (const { because, n } of held.slice(0, REASONS))
    print(`${String(n).padStart(6)}  ${because}`);
  for (const words of DIFFERENCES) print(words);
}

const DIFFERENCES = [
  "\nHow it differs from the replay in memory: there the engine is taught the right answer to every",
  "question. Here a person approves or answers what is held or flagged, and of what is sent by itself",
  "only the sample that people check; an answer is private to its account until two have got it;",
  "words in common count beside what was learned; every guard holds; small talk is nobody's question.",
];
