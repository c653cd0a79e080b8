import type { DemoQuestionText } from "../types";

export const invoiceQuestions: DemoQuestionText[] = [
  {
    subject: "{Where do I find the PDF of our last invoice?|Need the PDF of {invoice}}",
    body: `{Our accountant needs|Our auditor is asking for} invoice {invoice} as a PDF by {weekday} and I
can't see any Billing page in my menu. Where is it?`,
    intent: "usage_help",
    category: "billing",
    nearest: "find-invoices",
    answers: true,
    cites: [
      "Every Northlane invoice is kept",
      "Owners and members with the Finance",
      "Choose Download PDF",
    ],
    priority: "normal",
    sentiment: 0,
    agentReply: `the PDF of {invoice} is under Settings > Billing > Invoices. You don't see that page yet
because it needs the Finance permission, so I've asked the owner of your workspace to give it to you; it
doesn't use a seat.`,
  },
  {
    subject: "{All invoices of this year in one go|Bulk download of invoices}",
    body: `Is there {a way|any way} to download {all of them|every invoice} at once? Clicking {twelve|a dozen}
PDFs one after the other is no fun.`,
    intent: "usage_help",
    category: "billing",
    nearest: "find-invoices",
    answers: true,
    cites: ["Open Settings > Billing > Invoices", "Choose Download PDF"],
    priority: "low",
    sentiment: 0.1,
  },
  {
    subject: "{VAT number missing on {invoice}|Invoice without our VAT ID}",
    body: `Hello, {invoice} was issued without our VAT number. We entered it {on {weekday}|last week} and the
tick is green now, but the invoice still shows VAT. Our tax office won't accept it like that. Can it be
reissued?`,
    intent: "billing_problem",
    category: "billing",
    nearest: "vat-number-on-invoices",
    answers: true,
    cites: ["An invoice that was issued with the wrong", "With a valid VAT number"],
    priority: "high",
    sentiment: -0.3,
    alreadyTried: ["entered VAT number"],
    agentReply: `I have reissued {invoice} with your VAT number and without VAT. You'll find the corrected
PDF beside the old one; the old number stays on the list, marked as replaced. The next invoice will be
right from the start.`,
  },
  {
    subject: "{Wrong company name on the invoice|Company was renamed}",
    body: `We {renamed|merged} our company in spring and the invoices still carry the old name. {How do we|Where can
I} change the name and address that you print?`,
    intent: "usage_help",
    category: "billing",
    nearest: "vat-number-on-invoices",
    answers: true,
    cites: [
      "Northlane prints the VAT number",
      "Open Settings > Billing > Company details",
      "Enter the legal name",
    ],
    priority: "normal",
    sentiment: 0,
  },
  {
    subject: "{VIES tick stays grey|VAT check never finishes}",
    body: `The tick next to our VAT number has been grey since {weekday}. I {saved it three times|removed and
re-entered it twice}. Is our number wrong or is it you?`,
    intent: "usage_help",
    category: "billing",
    nearest: "vat-number-on-invoices",
    answers: true,
    cites: ["If VIES is offline"],
    priority: "normal",
    sentiment: -0.2,
    alreadyTried: ["saved VAT number again"],
    followUp: "It turned green overnight, thank you!",
  },
  {
    subject: "{Please send invoices to our finance mailbox|Invoices should go to accounts payable}",
    body: `{Hi there!|Hello,} I'm the one who set up the workspace, so all invoices land with me and I keep
forgetting to forward them. Can they go to our finance team directly?`,
    intent: "usage_help",
    category: "billing",
    nearest: "invoice-recipients-purchase-orders",
    answers: true,
    cites: [
      "By default each new invoice",
      "You can add up to five",
      "Open Settings > Billing > Recipients",
      "Choose Add recipient",
    ],
    priority: "low",
    sentiment: 0.3,
    followUp: "Perfect, done. Thanks!",
  },
  {
    subject: "{PO number required on invoice|Where do I put our purchase order?}",
    body: `Our procurement rejects every invoice without a PO number. Ours is {4500{n}812|PO-{n}77}. Where do I
enter it and does it also appear on {invoice}?`,
    intent: "usage_help",
    category: "billing",
    nearest: "invoice-recipients-purchase-orders",
    answers: true,
    cites: ["A purchase order number goes into", "The PO number"],
    priority: "normal",
    sentiment: -0.1,
    tiers: ["business", "enterprise"],
    agentReply: `your PO number goes into Settings > Billing > Company details > PO number and is printed from
the next invoice on. For {invoice} I've made a corrected copy with the number; it's on the invoices page.`,
  },
  {
    subject: "{Supplier registration form attached|Vendor onboarding for {company}}",
    body: `Dear Northlane team, our group is moving to a supplier portal. Could you please complete the attached
registration form, including a confirmation of your bank details on letterhead, by {weekday}? Otherwise
our next order can't be released.`,
    intent: "unclassified",
    category: "billing",
    nearest: "invoice-recipients-purchase-orders",
    answers: false,
    cites: ["If your company uses a supplier portal"],
    priority: "normal",
    sentiment: 0.1,
    tiers: ["business", "enterprise"],
    agentReply: `thank you for the form. I have filled it in and attached our letterhead with the tax
certificate. If your portal sends a confirmation link, please direct it to billing@northlane.example.`,
  },
  {
    subject: "{Billed for {n} seats we removed|Seat count on {invoice} is wrong}",
    body: `{We deactivated|I deactivated} {n} people at the end of last month and {invoice} still lists all of them.
That is {amount} too much. Please correct this.`,
    intent: "billing_problem",
    category: "billing",
    nearest: "add-or-remove-seats",
    answers: true,
    cites: [
      "Deactivating a member frees the seat",
      "Open Settings > Plan > Seats and set",
      "Removed seats stay usable",
    ],
    priority: "high",
    sentiment: -0.5,
    alreadyTried: ["deactivated members"],
    followUp: `So I have to do it in two places? That really isn't obvious. And what about the {amount}?`,
    closingReply: `yes, two steps, and I've passed on that this is confusing. The {amount} is on the credit
note beside {invoice}; it lowers your next invoice by itself.`,
    agentReply: `you're right that it isn't obvious: deactivating frees the seats but doesn't lower your
subscription. I've set your seats to the number you actually use and issued a credit note over {amount}
for this invoice; it lowers the next one.`,
  },
  {
    subject: "{Two invoices for the same month|We were billed twice}",
    body: `Why did we get two invoices for the same month?! {invoice} and another one, both {amount}. We have ONE
team and ONE workspace. {Please fix this today.|I expect this to be corrected this week.}`,
    intent: "billing_problem",
    category: "billing",
    nearest: "credit-notes",
    answers: true,
    cites: [
      "Two invoices for the same period",
      "Open Settings > Billing > Invoices and choose Dispute",
    ],
    priority: "high",
    sentiment: -0.7,
    agentReply: `I found the reason: a colleague of yours opened a second workspace with the same company
name during the spring, and both are on a plan. I've closed the second one after checking that it holds
no time entries, and the credit note over {amount} is on your invoices page.`,
  },
  {
    subject: "{Credit note has not arrived|When do we get the credit note?}",
    body: `You promised a credit note for {invoice} {two weeks ago|on {weekday}}. It isn't on the invoices page
and the new invoice is at the full amount again.`,
    intent: "billing_problem",
    category: "billing",
    nearest: "credit-notes",
    answers: false,
    cites: ["A credit note lowers your next invoice", "You get an answer within two"],
    priority: "high",
    sentiment: -0.6,
    agentReply: `I'm sorry: the credit note was approved but never issued, which was our mistake. It is on your
invoices page now, and since the new invoice had already gone out, we've reduced that one too.`,
    followUp: "Thank you for sorting it out so quickly.",
  },
  {
    subject: "{Invoice is settled but still red|Overdue banner although we settled {invoice}}",
    body: `We settled {invoice} by SEPA {on {weekday}|two days ago} and the workspace still shows the overdue
banner. {My team is getting nervous.|Will we be locked out?}`,
    intent: "billing_problem",
    category: "billing",
    nearest: "unpaid-invoice",
    answers: true,
    cites: ["If the invoice was settled by SEPA", "Nobody loses their work"],
    priority: "high",
    sentiment: -0.4,
    followUp: "The banner is gone this morning. All good, thanks.",
  },
  {
    subject: "{Workspace is read-only, we need it now|URGENT nobody can track time}",
    body: `Since this morning nobody here can start a timer, everything says read-only. {seats} people are
waiting. Finance says they settled the invoice an hour ago. HELP`,
    intent: "billing_problem",
    category: "billing",
    nearest: "unpaid-invoice",
    answers: true,
    cites: [
      "On day 21 the workspace becomes read-only",
      "The workspace is writable again",
      "An owner can ask once per year",
    ],
    priority: "urgent",
    sentiment: -0.8,
    agentReply: `your workspace is writable again since a few minutes ago. The money had arrived with a typo in
the invoice number, so it was not matched; I have matched it by hand and noted it, so that it can't
happen with the next one.`,
  },
  {
    subject: "{Can we have more time for {invoice}?|Extension for an open invoice}",
    body: `Our owner is on parental leave and the mandate has to be signed again, which takes about ten days.
Could you {please wait|hold off} before locking anything? We have been customers for four years.`,
    intent: "billing_problem",
    category: "billing",
    nearest: "unpaid-invoice",
    answers: true,
    cites: ["An owner can ask once per year", "On day 21 the workspace"],
    priority: "normal",
    sentiment: 0.1,
    agentReply: `of course. I've moved the date for {invoice} by 14 days, so nothing will be locked while you
sign the new mandate. Congratulations to your colleague!`,
  },
  {
    subject: "{Rechnung {invoice} ohne Umsatzsteuer-ID|Falsche Adresse auf der Rechnung}",
    body: `Guten Tag, auf der Rechnung {invoice} fehlt unsere Umsatzsteuer-ID, und die Anschrift ist die alte.
Unser Steuerberater kann sie so nicht buchen. Könnten Sie bitte eine korrigierte Rechnung ausstellen?`,
    intent: "billing_problem",
    category: "billing",
    nearest: "vat-number-on-invoices",
    answers: true,
    cites: ["An invoice that was issued with the wrong"],
    priority: "high",
    sentiment: -0.2,
    language: "de",
    agentReply: `die korrigierte Rechnung {invoice} liegt jetzt unter Einstellungen > Abrechnung > Rechnungen,
mit Ihrer Umsatzsteuer-ID und der neuen Anschrift. Die ursprüngliche Rechnung ist dort als ersetzt
gekennzeichnet.`,
  },
  {
    subject: "{Facture {invoice} en double|Nous avons reçu deux factures}",
    body: `Bonjour, nous avons reçu deux factures pour la même période, dont {invoice}. Nous n'avons qu'un seul
espace de travail. Pourriez-vous annuler celle qui est en trop ? Merci d'avance.`,
    intent: "billing_problem",
    category: "billing",
    nearest: "credit-notes",
    answers: true,
    cites: ["Two invoices for the same period"],
    priority: "high",
    sentiment: -0.3,
    language: "fr",
    agentReply: `vous aviez en effet un deuxième espace, créé pendant l'essai et resté actif. Je l'ai fermé et
l'avoir correspondant à {invoice} se trouve dans Paramètres > Facturation > Factures.`,
  },
  {
    subject: "{Factura con el NIF equivocado|Corregir los datos de la factura}",
    body: `Buenos días: la factura {invoice} lleva el NIF de nuestra antigua sociedad. ¿Pueden emitirla otra vez
con los datos correctos? La necesitamos antes del cierre del trimestre.`,
    intent: "billing_problem",
    category: "billing",
    nearest: "vat-number-on-invoices",
    answers: true,
    cites: ["An invoice that was issued with the wrong"],
    priority: "high",
    sentiment: -0.1,
    language: "es",
    agentReply: `ya hemos emitido de nuevo la factura {invoice} con el NIF correcto. La encontrará en Ajustes >
Facturación > Facturas; las próximas saldrán con los datos nuevos.`,
  },
];
