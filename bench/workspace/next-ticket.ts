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

declare global {
  interface Window {
    /** Begins to wait for a press and for what it brings. */
    deskhandWatch: (key: string, giveUpMs: number) => void;
    /** From the press until the next ticket has been painted, milliseconds; null: it never came. */
    deskhandPainted: Promise<number | null>;
  }
}

/** J, again and again, with the next tickets fetched ahead as they are when somebody reads. */
export async function measureNextTicket(browser: SignedIn, size: string): Promise<Figure[]> {
  const times: number[] = [];
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
        const ms = await page.evaluate(() => window.deskhandPainted);
        if (press < 0) continue;
        if (ms === null) missed.push(`press ${press + 1} in ${queue}: ${await whatIs(page)}`);
        // A press that brings nothing is no quick one.
        times.push(ms ?? GIVE_UP_MS);
      }
    } finally {
      await page.context().close();
    }
  }
  return [
    {
      size,
      group: "browser",
      what: "J to the next ticket painted",
      unit: "ms",
      median: median(times),
      value: p95(times),
      yardstick: null,
      bar: BAR_MS,
      note: `${times.length} presses, longest ${Math.max(...times).toFixed(0)} ms${missed.length > 0 ? `; ${missed.length} brought no other ticket, first ${missed[0]}` : ""}`,
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

/** Runs in the page. Until the frame after the one that shows the other ticket has begun. */
function installWatch(): void {
  const named = () => document.querySelector('article[aria-label^="Ticket "]')?.ariaLabel ?? null;
  window.deskhandWatch = (key, giveUpMs) => {
    window.deskhandPainted = new Promise((resolve) => {
      const before = named();
      let pressedAt: number | null = null;
      const end = (ms: number | null) => {
        clearTimeout(late);
        observer.disconnect();
        window.removeEventListener("keydown", hear, true);
        resolve(ms);
      };
      const hear = (event: KeyboardEvent) => {
        if (event.key === key) pressedAt ??= event.timeStamp;
      };
      const observer = new MutationObserver(() => {
        const now = named();
        if (pressedAt === null || now === null || now === before) return;
        const from = pressedAt;
        observer.disconnect();
        requestAnimationFrame(() => requestAnimationFrame(() => end(performance.now() - from)));
      });
      const late = setTimeout(() => end(null), giveUpMs);
      window.addEventListener("keydown", hear, true);
      observer.observe(document.body, {
        subtree: true,
        childList: true,
        attributes: true,
        attributeFilter: ["aria-label"],
      });
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
