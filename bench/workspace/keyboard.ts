import type { Page } from "@playwright/test";
import { openList, type SignedIn } from "./browser";
import type { Figure } from "./sample";

const INP_BAR_MS = 100;
const CLS_BAR = 0.02;
const ACTIONS = 200;
const PAUSE_MS = 180;
/** What moves later than half a second after a press counts as a shift: time to see it. */
const LOOK_MS = 900;
/** An interaction's time leaves out the longest of each 50, as the measure's definition says. */
const OUTLIER_OF = 50;
/** Shifts count together while they come within a second of each other, for five at most. */
const SHIFT_GAP_MS = 1_000;
const SHIFT_WINDOW_MS = 5_000;

/** What somebody does who works with the keyboard alone, again and again. Nothing is changed. */
const ROUND = [
  ...["j", "j", "x", "Shift+J", "k", "x", "Escape", "Enter", "j", "j", "k"],
  ...["r", "Escape", "n", "Escape", "a", "Escape", "l", "Escape", "p", "Escape"],
  ...["j", "]", "]", "/", "Escape", "j", "Escape", "j", "g i", "j", "k", "g i"],
];

type Noted = {
  /** Longest event of each interaction, milliseconds, by its id; those under 16 ms are not told. */
  interactions: Record<string, { ms: number; kind: string }>;
  shifts: Shift[];
};
type Shift = {
  at: number;
  value: number;
  afterInput: boolean;
  /** What moved, from where to where. */
  moved: string[];
};
declare global {
  interface Window {
    deskhandNoted: Noted;
  }
}

/** Interaction to next paint, and cumulative layout shift, of a run with the keyboard. */
export async function measureKeyboard(browser: SignedIn, size: string): Promise<Figure[]> {
  const page = await browser.open();
  try {
    await page.addInitScript(installNotes);
    await openList(page, "open");
    const presses = await run(page);
    const { interactions, shifts } = await page.evaluate(() => window.deskhandNoted);
    const slow = Object.values(interactions).sort((a, b) => b.ms - a.ms);
    const shown = { size, group: "browser", median: null, yardstick: null };
    const inp = slow[Math.floor(presses.length / OUTLIER_OF)]?.ms ?? 16;
    return [
      {
        ...shown,
        what: `INP of ${presses.length} keyboard actions`,
        unit: "ms",
        value: inp,
        bar: INP_BAR_MS,
        note: `slowest: ${slow
          .slice(0, 6)
          .map(({ ms, kind }) => `${kind} ${ms.toFixed(0)}`)
          .join(", ")}`,
      },
      {
        ...shown,
        what: "CLS of the same run",
        unit: "",
        value: shiftOf(shifts.filter(({ afterInput }) => !afterInput)),
        bar: CLS_BAR,
        note: `${shiftOf(shifts).toFixed(4)} with what moves at once after a press, which does not count${movedMost(shifts)}`,
      },
    ];
  } finally {
    await page.context().close();
  }
}

async function run(page: Page): Promise<string[]> {
  const presses: string[] = [];
  while (presses.length < ACTIONS) {
    for (const action of ROUND) {
      if (presses.length >= ACTIONS) break;
      for (const press of action.split(" ")) await page.keyboard.press(press);
      presses.push(action);
      await page.waitForTimeout(action === "Escape" || action === "g i" ? LOOK_MS : PAUSE_MS);
      if (action === "Escape") await leaveField(page);
    }
  }
  return presses;
}

/** Where Escape leaves the cursor in a field, the next keys would be typed. */
async function leaveField(page: Page): Promise<void> {
  await page.evaluate(() => {
    const at = document.activeElement;
    const field = "input, textarea, [contenteditable=true]";
    if (at instanceof HTMLElement && at.matches(field)) at.blur();
  });
}

/** Runs in the page, before anything else. */
function installNotes(): void {
  const noted: Noted = { interactions: {}, shifts: [] };
  const rect = ({ x, y, width, height }: DOMRectReadOnly) =>
    [x, y, width, height].map(Math.round).join(" ");
  const nameOf = (node: Node | null): string => {
    const element = node instanceof Element ? node : node?.parentElement;
    if (!element) return "something that has gone";
    const words = element.textContent?.trim().slice(0, 24) ?? "";
    return `${element.tagName.toLowerCase()} "${element.ariaLabel ?? words}"`;
  };
  window.deskhandNoted = noted;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEventTiming & {
      interactionId?: number;
    })[]) {
      // Only of presses: that is what the field's figure is made of.
      if (!entry.interactionId) continue;
      const before = noted.interactions[entry.interactionId];
      if (before && before.ms >= entry.duration) continue;
      noted.interactions[entry.interactionId] = { ms: entry.duration, kind: entry.name };
    }
    // The browser's own type of these options lacks what the standard has.
  }).observe({ type: "event", durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
      sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
    })[]) {
      const { startTime: at, value, hadRecentInput: afterInput } = entry;
      const moved = entry.sources.map(
        ({ node, previousRect, currentRect }) =>
          `${nameOf(node)} ${rect(previousRect)} to ${rect(currentRect)}`,
      );
      noted.shifts.push({ at, value, afterInput, moved });
    }
  }).observe({ type: "layout-shift", buffered: true });
}

/** What made the largest shift that counts. */
function movedMost(shifts: readonly Shift[]): string {
  const [worst] = shifts.filter(({ afterInput }) => !afterInput).sort((a, b) => b.value - a.value);
  return worst ? `; the largest, ${worst.value.toFixed(4)}: ${worst.moved.join("; ")}` : "";
}

/** The worst window of shifts. */
function shiftOf(shifts: readonly Shift[]): number {
  let worst = 0;
  let window = { from: 0, last: Number.NEGATIVE_INFINITY, sum: 0 };
  for (const { at, value } of shifts) {
    const joins = at - window.last < SHIFT_GAP_MS && at - window.from < SHIFT_WINDOW_MS;
    window = joins
      ? { ...window, last: at, sum: window.sum + value }
      : { from: at, last: at, sum: value };
    worst = Math.max(worst, window.sum);
  }
  return worst;
}
