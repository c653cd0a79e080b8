import type { Page } from "@playwright/test";

/** What the screens below show, made once for a walk through all of them. */
export type Shown = {
  /** A link by which somebody joins, and one by which a customer rates. */
  join: string;
  rate: string;
  /** A ticket whose question is unlike anything seen. */
  novel: string;
};

/** Each screen, and what shows that it is there. */
export type Screen = [name: string, open: (page: Page, shown: Shown) => Promise<void>];

const heading = (page: Page, name: string | RegExp) =>
  page.getByRole("heading", { level: 1, name }).waitFor();

/** A page with a heading of its own, and something that comes a moment later. */
const at =
  (path: string, name: string | RegExp, then?: (page: Page) => Promise<void>): Screen[1] =>
  async (page) => {
    await page.goto(path);
    await heading(page, name);
    await then?.(page);
  };

async function heldTicket(page: Page) {
  await page.goto("/queue/held");
  await page.getByRole("region", { name: "Held" }).getByRole("link").first().click();
  await page.getByRole("region", { name: "Drafted reply" }).waitFor();
}

async function menuOfTicket(page: Page, item: string | RegExp) {
  await heldTicket(page);
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

const WORK: Screen[] = [
  [
    "queue",
    async (page) => {
      await page.goto("/queue/open");
      await page.getByRole("region", { name: "All open" }).getByRole("link").first().waitFor();
    },
  ],
  [
    "empty queue",
    async (page) => {
      await page.goto("/queue/snoozed");
      await page.getByRole("region", { name: "Snoozed" }).waitFor();
    },
  ],
  [
    "ticket with a held draft",
    async (page) => {
      await heldTicket(page);
      await page.getByRole("button", { name: /^Why this score/ }).click();
      await page.getByRole("button", { name: "Full timeline" }).click();
    },
  ],
  [
    "reject dialog",
    async (page) => {
      await heldTicket(page);
      await page.getByRole("button", { name: /^Reject/ }).click();
      await page.getByRole("dialog").waitFor();
    },
  ],
  [
    "writing a reply",
    async (page) => {
      await heldTicket(page);
      await page.getByRole("button", { name: /^Reply/ }).click();
      await page.getByRole("textbox", { name: "Reply to the customer" }).waitFor();
    },
  ],
  [
    "merge dialog",
    async (page) => {
      await menuOfTicket(page, /^Merge into/);
      await page.getByRole("dialog", { name: /^Merge/ }).waitFor();
    },
  ],
  [
    "snooze dialog",
    async (page) => {
      await menuOfTicket(page, /^Snooze/);
      await page.getByRole("dialog", { name: /^Snooze/ }).waitFor();
    },
  ],
  [
    "what a draft knew",
    async (page) => {
      await menuOfTicket(page, "What did it know?");
      await page.getByRole("heading", { name: "Decision" }).waitFor();
    },
  ],
  [
    "review",
    async (page) => {
      await page.goto("/review");
      await page.getByRole("article", { name: /^Ticket \d+$/ }).waitFor();
      await page.getByRole("button", { name: /^Reject/ }).waitFor();
    },
  ],
  [
    "search",
    async (page) => {
      await page.goto("/search?q=export");
      await page.getByRole("main").getByRole("link", { name: /#\d+/ }).first().waitFor();
    },
  ],
  [
    "outbox",
    at("/outbox", "Outbox", (page) =>
      page.getByRole("region", { name: "Outbox" }).getByRole("link").first().waitFor(),
    ),
  ],
];

const KNOWLEDGE: Screen[] = [
  ["customers", at("/customers", "Customers")],
  [
    "customer",
    async (page) => {
      await page.goto("/customers");
      await page.getByRole("list", { name: "Customers" }).getByRole("link").first().click();
      await page.getByRole("textbox", { name: "New note" }).fill("Prefers to be called.");
      await page.getByRole("heading", { name: "How they sounded" }).waitFor();
    },
  ],
  [
    "articles",
    at("/articles", "Articles", (page) =>
      page.getByRole("main").getByRole("link").first().waitFor(),
    ),
  ],
  [
    "article",
    async (page) => {
      await page.goto("/articles");
      await page.locator("main a[href^='/articles/']:not([href$='/new'])").first().click();
      await page.getByRole("region", { name: "What replies may quote" }).waitFor();
      await page.getByRole("tab", { name: "Preview" }).click();
    },
  ],
  ["new article", at("/articles/new", "New article")],
  ["answers", at("/answers", "Answers")],
  [
    "learning",
    at("/learning", "Learning", (page) =>
      page.getByRole("region", { name: "Ledger" }).waitFor({ state: "visible" }),
    ),
  ],
  [
    "unknown questions",
    async (page, { novel }) => {
      await page.goto(`/learning/unknown/${novel}`);
      await heading(page, "Unknown questions");
      await page.getByRole("list", { name: "Tickets of this kind" }).waitFor();
    },
  ],
];

const settingsOf = (name: string) => new RegExp(`^Settings / ${name}`);

const SETTINGS: Screen[] = [
  ["settings", at("/settings", "Settings")],
  [
    "AI",
    at("/settings/ai", settingsOf("AI"), (page) =>
      page.getByRole("button", { name: "Add other bands" }).click(),
    ),
  ],
  [
    "models",
    at("/settings/models", settingsOf("Models"), async (page) => {
      await page.getByRole("button", { name: "Add a provider" }).first().click();
      await page.getByRole("dialog", { name: "New provider" }).waitFor();
    }),
  ],
  [
    "tools",
    at("/settings/tools", settingsOf("Tools"), async (page) => {
      await page.getByRole("button", { name: "Add a tool" }).first().click();
      await page.getByRole("dialog", { name: "New tool" }).waitFor();
    }),
  ],
  [
    "routing rules",
    at("/settings/rules", "Routing rules", (page) =>
      page.getByRole("button", { name: "New rule" }).click(),
    ),
  ],
  ["people and teams", at("/settings/people", settingsOf("People"))],
  [
    "invitation",
    at("/settings/people", settingsOf("People"), async (page) => {
      await page.getByRole("button", { name: "Invite", exact: true }).click();
      await page.getByRole("dialog", { name: "Invite somebody" }).waitFor();
    }),
  ],
  ["connections", at("/settings/connections", settingsOf(""))],
  ["intents and categories", at("/settings/labels", settingsOf(""))],
  [
    "macros and tags",
    at("/settings/content", settingsOf(""), (page) =>
      page.getByRole("button", { name: "New macro" }).click(),
    ),
  ],
  [
    "audit log",
    at("/settings/audit", settingsOf("Audit log"), (page) =>
      page.getByRole("list", { name: "Changes" }).getByRole("listitem").first().waitFor(),
    ),
  ],
  ["system", at("/settings/system", settingsOf("System"))],
  ["jobs", at("/settings/jobs", settingsOf("Jobs"))],
  ["SLA", at("/settings/sla", settingsOf(""))],
  [
    "own account",
    at("/account", "Your account", (page) =>
      page.getByRole("list", { name: "Browsers" }).getByRole("listitem").first().waitFor(),
    ),
  ],
];

/** For people who have signed in as an admin. */
export const INSIDE: readonly Screen[] = [...WORK, ...KNOWLEDGE, ...SETTINGS];

/** For people who have not signed in. */
export const OUTSIDE: Screen[] = [
  ["sign-in", at("/sign-in", "Sign in")],
  [
    "join",
    async (page, { join }) => {
      await page.goto(join);
      await page.getByRole("button", { name: "Join the desk" }).waitFor();
    },
  ],
  [
    "rating",
    async (page, { rate }) => {
      await page.goto(rate);
      await page.getByRole("radio", { name: /^5/ }).waitFor();
    },
  ],
  [
    "rating by a broken link",
    (page) => page.goto("/rate/t_x/y?t=z").then(() => heading(page, /./)),
  ],
  ["not found", at("/no-such-page", /./)],
];
