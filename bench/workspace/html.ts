import { cpuMs } from "../ingest/cpu";
import { type Client, openClient } from "./client";
import type { Served, WorkspaceDesk } from "./desk";
import { type Figure, median, timed } from "./sample";

/** Processor time against an empty page of as many rows. */
const BAR = 2.5;
/** Linux counts processor time in hundredths of a second: a batch must be far longer. */
const BATCH = 40;
const WARM = 100;

/** Processor time of one page, milliseconds: of the server's process, without the database's. */
export async function measureHtml(
  desk: WorkspaceDesk,
  client: Client,
  empty: Served,
  batches: number,
): Promise<Figure[]> {
  const bare = openClient(empty.url);
  try {
    const page = () => client.get("/queue/open");
    const yardstick = () => bare.get("/");
    for (let n = 0; n < WARM; n++) {
      await page();
      await yardstick();
    }
    const cpu = { page: [] as number[], yardstick: [] as number[] };
    const wall: number[] = [];
    for (let batch = 0; batch < batches; batch++) {
      cpu.yardstick.push(await cpuOf(empty.pid, yardstick));
      cpu.page.push(await cpuOf(desk.pid, async () => wall.push(await timed(page))));
    }
    const figure = { size: desk.size, group: "queue page", unit: "ms" as const };
    const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
    return [
      {
        ...figure,
        what: "processor time a page",
        median: median(cpu.page),
        value: mean(cpu.page),
        yardstick: mean(cpu.yardstick),
        bar: BAR,
        note: `means of ${batches * BATCH} pages; ${((await page()).length / 1000).toFixed(0)} kB against ${((await yardstick()).length / 1000).toFixed(0)} kB of HTML`,
      },
    ];
  } finally {
    await bare.close();
  }
}

/** Mean of a batch, milliseconds of processor time a call. */
async function cpuOf(pid: number, call: () => Promise<unknown>): Promise<number> {
  const before = cpuMs(pid, null);
  for (let n = 0; n < BATCH; n++) await call();
  const after = cpuMs(pid, null);
  if (!before || !after) throw new Error("Processor times are read from /proc, which is not here.");
  return (after.app - before.app) / BATCH;
}
