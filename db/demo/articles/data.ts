import { prose } from "../text";
import type { DemoArticle } from "../types";

export const dataArticles: DemoArticle[] = [
  {
    slug: "api-keys",
    title: "Create, rotate and revoke API keys",
    category: "technical",
    tags: ["api", "keys", "developers"],
    body: prose(`
The REST API is part of Business and Enterprise. Owners and managers create keys under Settings >
Developers > API keys.

1. Choose Create key, name the integration and pick its scopes.
2. Copy the key now: it starts with \`nlk_\` and is shown only once.
3. Send it as \`Authorization: Bearer nlk_...\` with each request to api.northlane.example/v2.

To rotate a key without downtime, choose Rotate: the old and the new key both work for 24 hours. A
401 means that the key is missing, revoked or belongs to another workspace. A 403 from the API means
that the key lacks a scope, and the answer names the scope that is missing. Revoking a key takes
effect within a minute. If a key was published by accident, revoke it first and then look in the
audit log for what it has done.
`),
  },
  {
    slug: "api-rate-limit",
    title: "The API answers 429: rate limits and how to stay below them",
    category: "technical",
    tags: ["api", "rate-limit", "errors"],
    body: prose(`
Each API key may make 600 requests per minute, and each workspace 2,000. Above that the API answers
429, and the header Retry-After says how many seconds to wait.

- Read many records with one request: lists return up to 200 records per page.
- Ask only for what changed with \`updated_since\` instead of reading everything again.
- Use webhooks in place of polling when you need to know about new time entries.
- After a 429, wait for the seconds in Retry-After and add a random part, so that workers do not
  return at the same instant.

The headers X-Rate-Remaining and X-Rate-Reset are part of every answer. Reports count as ten requests
because they are computed on demand. Enterprise workspaces can have a higher ceiling: tell your named
contact the endpoint and the rate that you need. Requests that were refused with 429 are not counted.
`),
  },
  {
    slug: "set-up-webhooks",
    title: "Set up webhooks and check their signature",
    category: "technical",
    tags: ["webhooks", "developers", "api"],
    body: prose(`
Webhooks tell your own systems about new tasks, time entries and approvals within a few seconds.

1. Open Settings > Developers > Webhooks and choose Add endpoint.
2. Enter an https address and tick the events that you need.
3. Copy the signing secret, which starts with \`whsec_\`.
4. Choose Send test event; your endpoint has to answer with a 2xx status within ten seconds.

The header Northlane-Signature holds a timestamp and an HMAC-SHA256 of the timestamp, a dot and the
raw body. Compute the signature over the raw bytes before any JSON parser touches them; that is the
most common reason for a mismatch. Refuse events that are older than five minutes. The same event can
arrive more than once, so store its id and ignore repeats. The order of events is not guaranteed:
compare \`updated_at\` instead of trusting the order of arrival.
`),
  },
  {
    slug: "webhook-delivery-failures",
    title: "Webhook events are missing or an endpoint was switched off",
    category: "technical",
    tags: ["webhooks", "errors", "developers"],
    body: prose(`
Northlane retries a failed delivery eight times over 24 hours, and switches an endpoint off after
three days without a single success. The owner is mailed when that happens.

1. Open Settings > Developers > Webhooks, select the endpoint and look at Deliveries.
2. Read the status and the first lines of your server's answer.
3. Repair the cause, choose Enable, and then Replay failed to send everything from the last 7 days.

- A timeout means that your endpoint does its work before it answers: store the event, answer 200,
  and work afterwards.
- A certificate error means that the chain is incomplete; browsers forgive this, webhooks do not.
- A 301 or 302 is a failure, because redirects are not followed: enter the final address.

Deliveries come from the addresses listed at northlane.example/ips, so allow those in your firewall.
Replayed events keep their original id.
`),
  },
  {
    slug: "csv-export",
    title: "Export projects and time entries as CSV",
    category: "technical",
    tags: ["export", "csv", "reports"],
    body: prose(`
Any report and any project list can be exported as CSV. Managers export everything they can see;
members export their own time.

1. Open Reports > Time, or the project list, and set the filters and dates.
2. Choose Export > CSV and pick the columns.
3. Up to 10,000 rows download at once; a larger export is mailed as a link that works for 24 hours.

The file is UTF-8 with commas. If umlauts or accents look wrong in Excel, use Data > From text and
choose UTF-8, or pick the format CSV for Excel. Hours are exported as decimals, so 1.5 is one hour
and thirty minutes. An export that stops at 500,000 rows has reached the upper bound: split it by
quarter. Archived projects are left out until you tick Include archived. A scheduled export can be
set under Reports > Schedules and arrives every Monday morning.
`),
  },
  {
    slug: "csv-import-errors",
    title: "A CSV import fails or skips rows",
    category: "technical",
    tags: ["import", "csv", "errors"],
    body: prose(`
An import never stops halfway: good rows are imported, and bad rows are listed in a file that you can
correct and load again.

1. Choose Download skipped rows at the end of the import.
2. Read the last column, which names the field and the reason for each row.
3. Correct the rows and import only that file; rows that are already in are recognised by their
   External ID and updated instead of doubled.

- Dates have to be written as 2026-03-31, or pick your format in the second step of the import.
- People are matched by e-mail address, so invite them before you import their time.
- "Unknown project" means that the name differs, often by a blank at the end.
- The file has to be UTF-8 and smaller than 50 MB.

The last import can be undone for 24 hours under Settings > Data > Imports.
`),
  },
  {
    slug: "mobile-time-not-syncing",
    title: "Time from the mobile app does not arrive",
    category: "technical",
    tags: ["mobile", "sync", "time-tracking"],
    body: prose(`
The mobile app stores time entries on the device and sends them when it is online; nothing goes
missing while you are offline. A cloud with a number in the app shows how many entries are still waiting.

1. Open the app, pull the timesheet down and watch whether the number falls.
2. On Android, allow background data for Northlane and take it off the battery saver.
3. On iOS, switch on Background App Refresh for Northlane.
4. Install the newest version: versions before 5.2 stop syncing after a workspace is renamed.

Do not sign out or delete the app while entries are waiting, because that removes them from the
device. If the number does not fall, choose Profile > Send diagnostics and write to us with the time
at which you sent it. A locked timesheet week refuses entries; the app marks them red, and your
manager can unlock the week.
`),
  },
  {
    slug: "slow-board",
    title: "A board or timeline is slow",
    category: "technical",
    tags: ["performance", "boards", "timeline"],
    body: prose(`
Boards stay quick up to about 2,000 open tasks; above that the browser has too much to draw.

1. Archive finished tasks: Board > More > Archive done, which also works as a nightly rule.
2. Switch on Show 50 per column under Board > Display.
3. On the timeline, collapse the groups that you do not need and zoom out to weeks.
4. Try a private window: an ad blocker or a translation extension often doubles the loading time.

A custom field with a formula is computed for each visible task, so hide formula columns on large
boards. If every page is slow and not only one board, look at status.northlane.example first. Northlane
supports the two latest versions of Chrome, Edge, Firefox and Safari. When you report slowness, add
the name of the board and the time: the server keeps its traces for three days.
`),
  },
];
