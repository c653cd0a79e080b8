import { prose } from "../text";
import type { DemoArticle } from "../types";

export const billingArticles: DemoArticle[] = [
  {
    slug: "find-invoices",
    title: "Find and download your invoices",
    category: "billing",
    tags: ["invoices", "finance"],
    body: prose(`
Every Northlane invoice is kept as a PDF in Settings > Billing > Invoices for as long as the
workspace exists. Owners and members with the Finance permission can open that page.

1. Open Settings > Billing > Invoices.
2. Filter by year, or search for the invoice number, which starts with NL.
3. Choose Download PDF on the right, or tick several rows and choose Download as ZIP.

Invoices are issued on the first day of each billing period and appear on the page within an hour.
If a colleague in finance only needs the PDFs, give them the Finance permission under Settings >
People; it does not use a seat. A workspace that was renamed keeps its old name on older invoices,
because an issued invoice is never rewritten. The invoice page also lists every credit note beside
the invoice that it corrects.
`),
  },
  {
    slug: "vat-number-on-invoices",
    title: "Put your VAT number and company address on invoices",
    category: "billing",
    tags: ["vat", "tax", "invoices"],
    body: prose(`
Northlane prints the VAT number and company address that are saved on the day an invoice is issued.

1. Open Settings > Billing > Company details.
2. Enter the legal name, the address and the VAT number with its country prefix, for example
   DE123456789.
3. Save, and wait for the green tick: Northlane checks the number against the EU VIES register.

With a valid VAT number from another EU country than Ireland, the next invoice is issued without
VAT, as article 196 of the VAT directive asks. An invoice that was issued with the wrong company details can be
reissued once, within 90 days: choose Request correction beside the invoice and the corrected PDF
arrives within two working days. If VIES is offline the tick stays grey; your number is saved and
is checked again every night. Customers outside the EU can enter their local tax number in the same
field, and it is printed without a check.
`),
  },
  {
    slug: "invoice-recipients-purchase-orders",
    title: "Send invoices to finance and add a purchase order number",
    category: "billing",
    tags: ["invoices", "purchase-order", "finance"],
    body: prose(`
By default each new invoice is mailed to the workspace owner only. You can add up to five invoice
recipients, and they do not need to be members of the workspace.

1. Open Settings > Billing > Recipients.
2. Choose Add recipient and enter the mailbox, for example invoices@yourcompany.example.
3. Send a test mail from the same row to make sure that your mail filter lets it through.

A purchase order number goes into Settings > Billing > Company details > PO number. The PO number
is printed on every invoice from the next one on, until you change or clear it. Business and
Enterprise workspaces on yearly billing can also upload the PO document itself, which procurement
portals often ask for. If your company uses a supplier portal, send the registration form to
billing@northlane.example and the Billing Team fills it in within three working days.
`),
  },
  {
    slug: "add-or-remove-seats",
    title: "Add or remove seats in the middle of a billing period",
    category: "billing",
    tags: ["seats", "subscription"],
    body: prose(`
A seat is one active member; guests and people with only the Finance permission are free. Owners
change the number under Settings > Plan > Seats.

- Added seats work at once, and the next invoice holds their price for the days that remained in
  the period.
- Removed seats stay usable until the period ends and are then left off the next invoice.

1. Deactivate the people who have left under Settings > People, so that their seats become free.
2. Open Settings > Plan > Seats and set the new number.
3. Check the preview: it shows the next invoice line by line before you confirm.

Deactivating a member frees the seat but does not lower the number of seats you subscribe to; the
second step does. Time entries and comments of a deactivated member stay in every report. You
cannot go below the number of active members.
`),
  },
  {
    slug: "upgrade-plan",
    title: "Move to Business or Enterprise",
    category: "billing",
    tags: ["plans", "upgrade"],
    body: prose(`
An upgrade takes effect at once and keeps every project, time entry and integration. Starter is 7
euros per seat and month, Business is 12 euros, and Enterprise is quoted by the sales team.

1. Open Settings > Plan and choose Compare plans.
2. Select Business and pick monthly or yearly billing.
3. Confirm the preview; the price for the rest of the period is added to your next invoice.

Business adds SAML single sign-on, the API, webhooks, timesheet approval and the workload view.
Enterprise adds SCIM provisioning, a year of audit log, a choice of data region and a named contact.
Only an owner can change the plan. If the Compare plans button is missing, ask an owner of your
workspace; they are listed at the top of Settings > People. Features that the new plan adds appear
after you reload the page.
`),
  },
  {
    slug: "downgrade-plan",
    title: "Move to a lower plan",
    category: "billing",
    tags: ["plans", "downgrade"],
    body: prose(`
You can schedule a move to a lower plan at any time; it takes effect at the end of the current
billing period, and until then nothing changes.

1. Open Settings > Plan and choose Compare plans.
2. Select the lower plan and read the list of features that your workspace uses and would lose.
3. Confirm; the date of the change is shown at the top of Settings > Plan.

A scheduled downgrade can be undone with one click until that date. When you leave Business, SAML
sign-in is switched off and members sign in by e-mail link, API keys stop working, and webhooks are
paused. Nothing is deleted: timesheets that were approved stay approved, and the settings come back
if you upgrade again. On yearly billing the lower price starts with the next yearly term.
`),
  },
  {
    slug: "unpaid-invoice",
    title: "What happens when an invoice stays unpaid",
    category: "billing",
    tags: ["invoices", "overdue", "read-only"],
    body: prose(`
When an invoice cannot be collected, Northlane tries again after 3, 7 and 14 days and mails the
workspace owner each time. Nobody loses their work in this time and every feature keeps running.

On day 21 the workspace becomes read-only: members can open and export everything, but timers,
edits and API writes are refused. The workspace is writable again within five minutes of the open
invoice being settled.

1. Open Settings > Billing > Invoices and choose Pay now beside the red invoice.
2. If finance settles invoices, send them the link from Share invoice; it works without signing in.
3. Update the billing method under Settings > Billing > Method so that the next period runs through.

If the invoice was settled by SEPA and still shows as open, allow three working days before you
write to us. An owner can ask once per year for a 14-day extension with the button Ask for more time
on the read-only banner.
`),
  },
  {
    slug: "credit-notes",
    title: "Credit notes: when you were billed too much",
    category: "billing",
    tags: ["credit-note", "invoices"],
    body: prose(`
If an invoice covers seats that nobody used or a plan that you had already left, the Billing Team
corrects it with a credit note.

1. Open Settings > Billing > Invoices and choose Dispute a line beside the invoice.
2. Tick the lines that are wrong and say in one sentence what you expected.
3. You get an answer within two working days, and the credit note as a PDF on the same page.

A credit note lowers your next invoice automatically. If no further invoice is due, because the
subscription has ended, the amount goes back the way the invoice was settled within ten working
days. Credit notes are possible for 90 days after an invoice was issued. Two invoices for the same
period nearly always belong to two workspaces: compare the workspace name on both PDFs before you
dispute one. To merge two workspaces, write to the Billing Team from an owner's address.
`),
  },
  {
    slug: "end-subscription",
    title: "End your subscription and keep your data",
    category: "billing",
    tags: ["cancel", "subscription", "export"],
    body: prose(`
An owner can end the subscription at any time; it then runs until the end of the period that was
already invoiced.

1. Export what you need first: Settings > Data > Full export makes a ZIP of all projects, time
   entries and files.
2. Open Settings > Plan and choose End subscription.
3. Tell us the reason if you like, and confirm with the name of the workspace.

After the last day the workspace is read-only for 60 days and is then deleted within a further 30
days. During the 60 days an owner can reactivate it with everything in place. To pause instead,
choose Pause for up to three months on the same page: the data stays, nobody can sign in except
owners, and no invoice is issued. Deleting single members or projects does not end a subscription.
`),
  },
];
