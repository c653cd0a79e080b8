import { readRows } from "../replay/csv";
import { type Figures, figuresOf } from "../replay/figures";
import { playStream, shuffled } from "../replay/stream";
import { openReplayDesk, type ReplayDesk } from "./desk";
import { type DatabaseFigures, databaseFigures, heldBecause } from "./figures";
import { type Played, playThrough } from "./play";

type Options = {
  data: string;
  seed: number;
  limit?: number | undefined;
  /** URL of a Postgres server; the embedded database when left out. */
  postgres?: string | undefined;
};

/** Each takes a second or so: the whole product works, not only the predictor. */
const LIMIT = 1000;
const TELL_EVERY = 25;
/** Rows of the table; a short replay shows its quarters. */
const THOUSAND = 1000;

export type DatabaseReplay = {
  parts: DatabaseFigures[];
  all: DatabaseFigures;
  /** The engine alone, on the same questions: every answer taught, nothing private, nothing held. */
  engine: Figures[];
  engineAll: Figures;
  held: { because: string; n: number }[];
};

/** Plays questions through the whole pipeline on a desk of its own, which is gone afterwards. */
export async function replayDatabase(options: Options): Promise<DatabaseReplay> {
  const rows = shuffled(readRows(options.data, "train.csv"), options.seed)
    .filter(({ outOfScope }) => !outOfScope)
    .slice(0, options.limit ?? LIMIT);
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, onSignal);
  let desk: ReplayDesk | undefined;
  try {
    tell("opening a desk\n");
    desk = await openReplayDesk(options.postgres);
    const began = performance.now();
    const played = await playThrough(desk, rows, (so) => {
      if (so.length % TELL_EVERY === 0) tell(progress(so, rows.length, performance.now() - began));
      return !stop.signal.aborted;
    });
    tell("\n");
    return summary(played, rows, options.seed);
  } finally {
    await desk?.drop();
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.off(signal, onSignal);
  }
}

const tell = (words: string) => process.stderr.write(words);

function progress(played: readonly Played[], of: number, ms: number): string {
  const right = played.filter((one) => one.right).length;
  const each = played.length ? ms / played.length : 0;
  const minutes = Math.ceil(((of - played.length) * each) / 60_000);
  return `\r${played.length} of ${of}, ${right} right, ${each.toFixed(0)} ms each, ${minutes} min to go   `;
}

function summary(
  played: readonly Played[],
  rows: readonly Parameters<typeof playStream>[0][number][],
  seed: number,
): DatabaseReplay {
  const size = played.length > THOUSAND ? THOUSAND : Math.max(1, Math.ceil(played.length / 4));
  const engine = playStream(rows.slice(0, played.length), { seed }).rows;
  const parts = <T>(all: readonly T[]) =>
    Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
      all.slice(at * size, (at + 1) * size),
    );
  return {
    parts: parts(played).map(databaseFigures),
    all: databaseFigures(played),
    engine: parts(engine).map(figuresOf),
    engineAll: figuresOf(engine),
    held: heldBecause(played),
  };
}
