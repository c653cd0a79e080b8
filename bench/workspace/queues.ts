import { z } from "zod";
import { rowsOf } from "@/db/client";
import { type Client, EMPTY_ROUTE, Refused } from "./client";
import type { WorkspaceDesk } from "./desk";
import { bareKeyset, fullKeyset, placeOf } from "./keyset";
import { type List, lists, pathOf } from "./lists";
import { type Figure, median, p95, timed } from "./sample";

/** Pages that are walked to. */
const DEEP = 1_000;
/** The desk's answer may take so many times as long as its query and an empty route. */
const BAR = 3;
const WARM = 5;
/** A list that takes longer to walk is measured as far as we came. */
const WALK_MS = 120_000;

const Page = z.object({ rows: z.array(z.object({ id: z.string() })), next: z.string().nullable() });

type Spot = { list: List; page: number; before: string | null; lastId: string | null };

/** Queue JSON: each list, its first page and its thousandth, or its last full one. */
export async function measureQueues(
  desk: WorkspaceDesk,
  client: Client,
  rounds: number,
  say: (words: string) => void,
): Promise<Figure[]> {
  const today = new Date();
  today.setHours(0, 0, 0, 0);
  const spots: Spot[] = [];
  for (const list of lists(desk.arranged, today)) {
    try {
      spots.push({ list, page: 1, before: null, lastId: null });
      const deep = await walk(client, list);
      if (deep.page > 1) spots.push(deep);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      spots.pop();
      say(`  ${list.name}: left out, ${error.message}`);
    }
  }
  const runs = await Promise.all(spots.map((spot) => runOf(desk, client, spot)));
  // All spots in each round, so that a busy minute of the machine hits all alike.
  for (let round = -WARM; round < rounds; round++) {
    for (const run of runs) await run.once(round >= 0);
  }
  return runs.flatMap((run) => run.figures());
}

/** Follows `next` to the thousandth page, or to the last one that is full. */
async function walk(client: Client, list: List): Promise<Spot> {
  const end = performance.now() + WALK_MS;
  let spot: Spot = { list, page: 1, before: null, lastId: null };
  for (;;) {
    const { rows, next } = Page.parse(JSON.parse(await client.get(pathOf(list, spot.before))));
    // A page with a `next` is full; the page behind it may not be.
    if (next === null || performance.now() > end) return spot;
    const onward = { list, page: spot.page + 1, before: next, lastId: rows.at(-1)?.id ?? null };
    if (onward.page > DEEP) return spot;
    const { next: behind } = Page.parse(JSON.parse(await client.get(pathOf(list, next))));
    if (behind === null) return spot;
    spot = onward;
  }
}

async function runOf(desk: WorkspaceDesk, client: Client, { list, page, before, lastId }: Spot) {
  const place = lastId === null ? null : await placeOf(desk.db, lastId);
  const bare = bareKeyset(list, place);
  const full = fullKeyset(list, place, desk.arranged.personId);
  const path = pathOf(list, before);
  const times = { desk: [] as number[], bare: [] as number[], full: [] as number[] };
  return {
    async once(counts: boolean) {
      const empty = await timed(() => client.get(EMPTY_ROUTE));
      const bareMs = await timed(() => rowsOf(desk.db, bare));
      const fullMs = await timed(() => rowsOf(desk.db, full));
      const deskMs = await timed(() => client.get(path));
      if (!counts) return;
      times.bare.push(bareMs + empty);
      times.full.push(fullMs + empty);
      times.desk.push(deskMs);
    },
    figures(): Figure[] {
      const figure = {
        size: desk.size,
        what: `${list.name}, page ${page}`,
        unit: "ms" as const,
        median: median(times.desk),
        value: p95(times.desk),
      };
      return [
        { ...figure, group: "queue JSON / bare", yardstick: p95(times.bare), bar: BAR },
        { ...figure, group: "queue JSON / rows", yardstick: p95(times.full), bar: BAR },
      ];
    },
  };
}
