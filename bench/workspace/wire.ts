import type { CDPSession } from "@playwright/test";
import type { SignedIn } from "./browser";
import type { Figure } from "./sample";

/** Kilobytes, of 1,000 bytes. */
const BAR_KB = 300;
const LOADS = 3;
/** So long without anything new, the page has everything. */
const QUIET_MS = 2_000;
const GIVE_UP_MS = 30_000;

/** `begunMs`: since 1970. */
type Request = { type: string; path: string; bytes: number; done: boolean; begunMs: number };

/** What was asked for until the page stood and was idle, and what it then fetched ahead. */
type Load = { start: Request[]; ahead: Request[] };

/**
 * What a queue takes over the wire for a browser that has nothing of it yet, headers included: until
 * the page stands and its main thread is idle, and apart from that what is then fetched ahead of need.
 */
export async function measureWire(browser: SignedIn, size: string): Promise<Figure[]> {
  const loads: Load[] = [];
  for (let n = 0; n < LOADS; n++) loads.push(await load(browser));
  const most = (part: keyof Load) =>
    kB(Math.max(...loads.map((one) => one[part].reduce((sum, { bytes }) => sum + bytes, 0))));
  const { start = [], ahead = [] } = loads[0] ?? {};
  return [
    {
      size,
      group: "browser",
      what: "cold start of /queue/open, over the wire",
      unit: "kB",
      median: null,
      value: most("start"),
      yardstick: null,
      bar: BAR_KB,
      note: `${byType(start)}\n    largest: ${largest(start)}`,
    },
    {
      size,
      group: "browser",
      what: "fetched ahead after it, while idle",
      unit: "kB",
      median: null,
      value: most("ahead"),
      yardstick: null,
      bar: null,
      note: `${byType(ahead)}\n    largest: ${largest(ahead)}`,
    },
  ];
}

const kB = (bytes: number) => bytes / 1000;

function byType(requests: readonly Request[]): string {
  const sums = new Map<string, number>();
  for (const { type, bytes } of requests) sums.set(type, (sums.get(type) ?? 0) + bytes);
  return [...sums]
    .sort(([, a], [, b]) => b - a)
    .map(([type, bytes]) => `${type} ${kB(bytes).toFixed(0)}`)
    .join(", ");
}

const LARGEST = 8;

const largest = (requests: readonly Request[]): string =>
  [...requests]
    .sort((a, b) => b.bytes - a.bytes)
    .slice(0, LARGEST)
    .map(({ path, bytes }) => `${path.slice(-40)} ${kB(bytes).toFixed(0)}`)
    .join(", ");

async function load(browser: SignedIn): Promise<Load> {
  const page = await browser.open();
  try {
    const cdp = await page.context().newCDPSession(page);
    const requests = await listen(cdp);
    await page.goto("/queue/open");
    await untilQuiet(requests);
    const idleMs = await page.evaluate(() => {
      const [mark] = performance.getEntriesByName("deskhand-idle");
      return mark ? performance.timeOrigin + mark.startTime : null;
    });
    if (idleMs === null) throw new Error("The page has never said that it is idle.");
    const all = [...requests.values()];
    return {
      start: all.filter(({ begunMs }) => begunMs <= idleMs),
      ahead: all.filter(({ begunMs }) => begunMs > idleMs),
    };
  } finally {
    await page.context().close();
  }
}

async function listen(cdp: CDPSession): Promise<Map<string, Request>> {
  const requests = new Map<string, Request>();
  cdp.on("Network.requestWillBeSent", ({ requestId, type = "Other", request, wallTime }) => {
    const path = new URL(request.url).pathname;
    requests.set(requestId, { type, path, bytes: 0, done: false, begunMs: wallTime * 1000 });
  });
  cdp.on("Network.responseReceived", ({ requestId, response }) => {
    const request = requests.get(requestId);
    if (request) request.bytes += response.encodedDataLength;
  });
  // Of a stream that never ends nothing else is told.
  cdp.on("Network.dataReceived", ({ requestId, encodedDataLength }) => {
    const request = requests.get(requestId);
    if (request) request.bytes += encodedDataLength;
  });
  cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const request = requests.get(requestId);
    if (request) Object.assign(request, { bytes: encodedDataLength, done: true });
  });
  cdp.on("Network.loadingFailed", ({ requestId }) => {
    const request = requests.get(requestId);
    if (request) request.done = true;
  });
  await cdp.send("Network.enable");
  return requests;
}

async function untilQuiet(requests: Map<string, Request>): Promise<void> {
  const state = () => {
    const open = [...requests.values()].filter(({ type, done }) => !done && type !== "EventSource");
    return { open: open.length, all: requests.size };
  };
  const end = Date.now() + GIVE_UP_MS;
  let since = Date.now();
  let before = -1;
  while (Date.now() < end && Date.now() - since < QUIET_MS) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const { open, all } = state();
    if (open > 0 || all !== before) since = Date.now();
    before = all;
  }
}
