import type { Page } from "@playwright/test";
import { z } from "zod";
import { openFirst, type SignedIn } from "./browser";
import { type Figure, median, p95 } from "./sample";

const BAR_MS = 16;
/** 200 characters, at some 70 words a minute faster than people type. */
const TEXT =
  "Thank you for the details. The export stops half way when the report holds more than one currency. We have found why, and a correction is on its way. Until then please choose one currency at a time, ok";
const PAUSE_MS = 60;

/** A line of Chromium's trace: `ts` and `dur` in microseconds. */
const Line = z.object({
  name: z.string(),
  pid: z.number(),
  tid: z.number(),
  ts: z.number(),
  dur: z.number().optional(),
  args: z.looseObject({ data: z.looseObject({ type: z.string().optional() }).optional() }),
});
type Line = z.infer<typeof Line>;
const Trace = z.object({ traceEvents: z.array(z.unknown()) });

/**
 * Typing a reply: for each character the longest task of the page's main thread before the next
 * one, since nothing is drawn and no key is heard while one runs.
 */
export async function measureTyping(browser: SignedIn, size: string): Promise<Figure[]> {
  const page = await browser.open();
  try {
    await openFirst(page, "open");
    await focusReply(page);
    await page.keyboard.type("Hello, ", { delay: PAUSE_MS });
    await browser.browser.startTracing(page, {
      categories: ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline"],
    });
    await page.keyboard.type(TEXT, { delay: PAUSE_MS });
    await page.waitForTimeout(500);
    const blocked = blocks((await browser.browser.stopTracing()).toString("utf8"));
    return [
      {
        size,
        group: "browser",
        what: "typing a reply: main thread blocked",
        unit: "ms",
        median: median(blocked),
        value: p95(blocked),
        yardstick: null,
        bar: BAR_MS,
        note: `${blocked.length} characters; ${blocked.filter((ms) => ms > BAR_MS).length} blocked for longer, at most ${Math.max(...blocked).toFixed(0)} ms`,
      },
    ];
  } finally {
    await page.context().close();
  }
}

async function focusReply(page: Page): Promise<void> {
  await page.keyboard.press("r");
  const field = page.locator("textarea:focus, [contenteditable=true]:focus");
  await field.waitFor({ timeout: 3_000 }).catch(async () => {
    await page.getByRole("textbox", { name: /reply/i }).first().click();
    await field.waitFor();
  });
}

/** @returns for each key the longest task until the next one, milliseconds */
function blocks(trace: string): number[] {
  const lines = Trace.parse(JSON.parse(trace)).traceEvents.flatMap(
    (line) => Line.safeParse(line).data ?? [],
  );
  const keys = lines
    .filter(({ name, args }) => name === "EventDispatch" && args.data?.type === "keydown")
    .sort((a, b) => a.ts - b.ts);
  const [key] = keys;
  if (!key) throw new Error("The browser's trace tells of no key.");
  const tasks = lines.filter(
    (line) =>
      isTask(line) && line.pid === key.pid && line.tid === key.tid && line.dur !== undefined,
  );
  return keys.map((one, n) => {
    const until = keys[n + 1]?.ts ?? Number.POSITIVE_INFINITY;
    // The task that a key is heard in has begun before it.
    const own = tasks.filter(({ ts, dur = 0 }) => ts + dur > one.ts && ts < until);
    return Math.max(0, ...own.map(({ dur = 0 }) => dur)) / 1000;
  });
}

const isTask = ({ name }: Line) => name === "RunTask" || name === "ThreadControllerImpl::RunTask";
