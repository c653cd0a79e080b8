import type { Page, Request } from "@playwright/test";
import { openFirst, type SignedIn } from "./browser";
import { type Figure, median, p95 } from "./sample";

const BAR_MS = 50;
const PRESSES = 100;
/** Far fewer than a page of a list has rows. */
const PER_LIST = 34;
const WARM = 4;
const LISTS = ["open", "unassigned", "mine"];
/** So long the next tickets are fetched ahead; what takes longer is waited for. */
const REST_MS = 350;
const AHEAD_MS = 5_000;
const GIVE_UP_MS = 3_000;

/** From the press on, milliseconds. */
type Painted = {
  /** Until the conversation was on the screen, as the browser itself tells it: in steps of eight. */
  conversation: number;
  /** Until the frame after the one with draft and composer had begun. */
  whole: number;
};

declare global {
  interface Window {
    /** Begins to wait for a press and for what it brings. */
    deskhandWatch: (key: string, giveUpMs: number) => void;
    /** Null: the next ticket never came. */
    deskhandPainted: Promise<Painted | null>;
  }
}

/** J, again and again, with the next tickets fetched ahead as they are when somebody reads. */
export async function measureNextTicket(browser: SignedIn, size: string): Promise<Figure[]> {
  const times: Painted[] = [];
  const missed: string[] = [];
  for (const queue of LISTS) {
    const page = await browser.open();
    try {
      const settled = watchFetches(page);
      await page.addInitScript(installWatch);
      await openFirst(page, queue);
      for (let press = -WARM; press < PER_LIST && times.length < PRESSES; press++) {
        await page.waitForTimeout(REST_MS);
        await settled();
        // The watch stands before the key goes down: both at once would come in either order.
        await page.evaluate((ms) => window.deskhandWatch("j", ms), GIVE_UP_MS);
        await page.keyboard.press("j");
        const painted = await page.evaluate(() => window.deskhandPainted);
        if (press < 0) continue;
        if (painted === null) missed.push(`press ${press + 1} in ${queue}: ${await whatIs(page)}`);
        // A press that brings nothing is no quick one.
        times.push(painted ?? { conversation: GIVE_UP_MS, whole: GIVE_UP_MS });
      }
    } finally {
      await page.context().close();
    }
  }
  const conversation = times.map((one) => one.conversation);
  const whole = times.map((one) => one.whole);
  const figure = { size, group: "browser", unit: "ms" as const, yardstick: null };
  return [
    {
      ...figure,
      what: "J to the next ticket painted",
      median: median(conversation),
      value: p95(conversation),
      bar: BAR_MS,
      note: `${times.length} presses, longest ${Math.max(...conversation).toFixed(0)} ms${missed.length > 0 ? `; ${missed.length} brought no other ticket, first ${missed[0]}` : ""}`,
    },
    {
      ...figure,
      what: "... with draft and composer",
      median: median(whole),
      value: p95(whole),
      bar: null,
      note: `longest ${Math.max(...whole).toFixed(0)} ms`,
    },
  ];
}

/** Why a key may not have been heard: where the cursor is, what is open above, what is shown. */
function whatIs(page: Page): Promise<string> {
  return page.evaluate(() => {
    const at = document.activeElement;
    const above = document.querySelector(
      "[role=dialog], [role=alertdialog], [role=menu], [role=listbox]",
    );
    const ticket = document.querySelector('article[aria-label^="Ticket "]');
    const name = (element: Element | null) =>
      element ? `${element.tagName.toLowerCase()} ${element.ariaLabel ?? element.id}`.trim() : "no";
    return `cursor in ${name(at)}, above ${name(above)}, shows ${name(ticket)}, ${location.pathname}`;
  });
}

/**
 * Runs in the page, before its own scripts. It looks at the start of each frame and no more: to be
 * told of every change would itself cost some of what is measured.
 */
function installWatch(): void {
  const shown = () => document.querySelector('article[aria-label^="Ticket "]');
  // The page draws between its own listener and the next one: whoever listens later hears of the
  // press when the ticket stands already, and would take what comes after it for the ticket.
  let heard: ((event: KeyboardEvent) => void) | null = null;
  window.addEventListener("keydown", (event) => heard?.(event), true);
  const told = new Map<number, number>();
  /** So much later the browser has told of a press. */
  const tellMs = 200;
  const all: PerformanceObserverInit & { durationThreshold: number } = {
    type: "event",
    durationThreshold: 16,
  };
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) told.set(startTime, duration);
  }).observe(all);
  window.deskhandWatch = (key, giveUpMs) => {
    const before = shown()?.ariaLabel;
    window.deskhandPainted = new Promise((resolve) => {
      heard = (event) => {
        if (event.key !== key) return;
        heard = null;
        const from = event.timeStamp;
        /** The frame whose start saw the ticket, and when the one after it began. */
        let first: { frame: number; ms: number } | null = null;
        let whole: number | null = null;
        /** What stands at the start of a frame has been painted when the one after it begins. */
        const painted = (then: (ms: number) => void) =>
          requestAnimationFrame(() => then(performance.now() - from));
        const end = () => {
          if (first === null || whole === null) return resolve(null);
          // Of the first frame the browser itself tells when it was on the screen.
          const { frame, ms } = first;
          resolve({ conversation: frame === 1 ? (told.get(from) ?? ms) : ms, whole });
        };
        const look = (frame: number) => {
          const article = shown();
          const came = article !== null && article.ariaLabel !== before;
          if (came && first === null) {
            first = { frame, ms: giveUpMs };
            painted((ms) => {
              first = { frame, ms };
            });
          }
          if (came && article.querySelector("section[aria-label]")) {
            painted((ms) => {
              whole = ms;
              setTimeout(end, tellMs);
            });
          } else if (performance.now() - from > giveUpMs) resolve(null);
          else requestAnimationFrame(() => look(frame + 1));
        };
        requestAnimationFrame(() => look(1));
      };
      setTimeout(() => resolve(null), giveUpMs);
    });
  };
}

/** @returns waits until no ticket is on its way */
function watchFetches(page: Page): () => Promise<void> {
  let open = 0;
  const counts = (url: string) => url.includes("/api/tickets/");
  page.on("request", (request) => {
    if (counts(request.url())) open++;
  });
  const over = (request: Request) => {
    if (counts(request.url())) open--;
  };
  page.on("requestfinished", over);
  page.on("requestfailed", over);
  return async () => {
    const end = Date.now() + AHEAD_MS;
    while (open > 0 && Date.now() < end) await page.waitForTimeout(50);
  };
}
