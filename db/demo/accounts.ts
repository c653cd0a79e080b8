import type { DemoAccount, DemoBillingEvent, DemoTier } from "./types";

const STEPS = [
  "Create a project",
  "Invite the team",
  "Set working days",
  "Track the first hour",
  "Connect an integration",
  "Choose a plan",
] as const;

/** Cents per seat and month; an Enterprise price is an average agreement. */
const SEAT_CENTS: Record<DemoTier, number> = {
  trial: 0,
  starter: 700,
  business: 1200,
  enterprise: 1900,
};

type Row = [
  name: string,
  tier: DemoTier,
  seats: number,
  activeSeats: number,
  projects: number,
  onboardingStepsDone: number,
  currency?: "USD" | "GBP",
];

const rows: readonly Row[] = [
  ["Alder & Finch Architects", "business", 34, 31, 58, 6, "GBP"],
  ["Brightwater Games", "enterprise", 210, 187, 143, 6, "USD"],
  ["Kaskade Energie", "enterprise", 320, 288, 204, 6],
  ["Lumen Verlag", "business", 26, 22, 37, 6],
  ["Okonjo Legal", "starter", 8, 8, 19, 5, "GBP"],
  ["Pixelhaus", "business", 18, 15, 42, 6],
  ["Quillon Robotics", "enterprise", 150, 141, 96, 6, "USD"],
  ["Riverbend Clinics", "business", 62, 49, 33, 5, "USD"],
  ["Sagebrush Outdoor", "starter", 11, 9, 14, 6, "USD"],
  ["Studio Marchetti", "starter", 6, 6, 23, 6],
  ["Tidewell Shipping", "business", 47, 44, 51, 6, "GBP"],
  ["Umbra Film", "starter", 9, 4, 12, 4],
  ["Vantaa Timber", "business", 29, 27, 31, 6],
  ["Wexford Dairy Co-op", "business", 40, 28, 17, 5],
  ["Xanthos Travel Media", "starter", 5, 5, 9, 5],
  ["Yamato Instruments", "enterprise", 180, 166, 120, 6, "USD"],
  ["Zephyr Events", "business", 22, 21, 64, 6],
  ["Atelier Brume", "trial", 7, 5, 3, 3],
  ["Bergmann Haustechnik", "starter", 14, 12, 26, 6],
  ["Cobalt & Rye", "trial", 12, 9, 4, 4, "USD"],
  ["Dovetail Joinery", "starter", 4, 4, 11, 6, "GBP"],
  ["Eastgate School Trust", "business", 75, 58, 40, 6, "GBP"],
  ["Fjordlys Design", "trial", 5, 3, 2, 2],
  ["Grupo Solana", "business", 38, 35, 47, 6],
  ["Halcyon Research", "enterprise", 95, 88, 71, 6],
  ["Isandlwana Safaris", "starter", 10, 7, 8, 5, "USD"],
  ["Jade Harbor Studios", "trial", 15, 11, 6, 5, "USD"],
  ["Kiln Ceramics", "trial", 3, 2, 1, 1],
  ["Lindenhof Biotech", "business", 55, 51, 39, 6],
  ["Mirabeau Conseil", "business", 20, 19, 33, 6],
  ["Nordkap Consulting", "starter", 13, 13, 29, 6],
  ["Opal Street Agency", "business", 31, 26, 82, 6, "USD"],
  ["Pemba Analytics", "trial", 8, 6, 2, 3],
  ["Quarry Lane Press", "starter", 7, 6, 15, 6, "GBP"],
  ["Rosengarten Pflege", "starter", 16, 10, 7, 4],
  ["Sundara Textiles", "business", 44, 40, 36, 6, "USD"],
  ["Tallgrass Software", "business", 28, 28, 55, 6, "USD"],
  ["Ursa Logistics", "enterprise", 260, 231, 160, 6],
  ["Viela Arquitetura", "trial", 6, 4, 3, 2],
  ["Wren & Walker", "trial", 9, 9, 5, 4, "GBP"],
];

/** Days until the trial ends; negative when it is over. */
const trialDays: Readonly<Record<string, number>> = {
  "Atelier Brume": 6,
  "Cobalt & Rye": 3,
  "Fjordlys Design": 9,
  "Jade Harbor Studios": 1,
  "Kiln Ceramics": 12,
  "Pemba Analytics": -2,
  "Viela Arquitetura": 8,
  "Wren & Walker": 5,
};

/** What happened beside the monthly invoice. */
const events: Readonly<Record<string, DemoBillingEvent[]>> = {
  "Alder & Finch Architects": [{ kind: "seats_changed", daysAgo: 21, detail: "30 to 34 seats" }],
  "Lumen Verlag": [
    {
      kind: "invoice_failed",
      daysAgo: 6,
      amountCents: 31200,
      currency: "EUR",
      detail: "SEPA mandate was refused",
    },
  ],
  Pixelhaus: [{ kind: "plan_changed", daysAgo: 44, detail: "Starter to Business" }],
  "Riverbend Clinics": [
    {
      kind: "refund",
      daysAgo: 33,
      amountCents: 14400,
      currency: "USD",
      detail: "Credit note for 12 unused seats",
    },
  ],
  "Umbra Film": [
    {
      kind: "invoice_failed",
      daysAgo: 16,
      amountCents: 6300,
      currency: "EUR",
      detail: "Third attempt to collect",
    },
  ],
  "Wexford Dairy Co-op": [{ kind: "seats_changed", daysAgo: 9, detail: "52 to 40 seats" }],
  "Lindenhof Biotech": [{ kind: "plan_changed", daysAgo: 12, detail: "Monthly to yearly billing" }],
  "Opal Street Agency": [
    {
      kind: "refund",
      daysAgo: 18,
      amountCents: 37200,
      currency: "USD",
      detail: "Credit note: month billed twice after a merge",
    },
  ],
};

/** Those who pay have one paid invoice per month, the newest missing if it failed. Newest first. */
function billingEvents(
  [name, tier, seats, , , , currency]: Row,
  index: number,
): DemoBillingEvent[] {
  const own = events[name] ?? [];
  if (tier === "trial") return own;
  const failed = own.some((event) => event.kind === "invoice_failed");
  const paid = [0, 30, 61].slice(failed ? 1 : 0).map(
    (monthsAgoInDays): DemoBillingEvent => ({
      kind: "invoice_paid",
      daysAgo: (index % 28) + monthsAgoInDays,
      amountCents: seats * SEAT_CENTS[tier],
      currency: currency ?? "EUR",
      detail: `${seats} seats, one month`,
    }),
  );
  return [...paid, ...own].sort((a, b) => a.daysAgo - b.daysAgo);
}

/** 40 accounts; customers point to them by position. */
export const demoAccounts: readonly DemoAccount[] = rows.map((row, index) => {
  const [name, tier, seats, activeSeats, projects, stepsDone] = row;
  return {
    name,
    tier,
    seats,
    trialUntilDays: trialDays[name] ?? null,
    billingEvents: billingEvents(row, index),
    onboarding: STEPS.map((step, position) => ({ step, done: position < stepsDone })),
    usage: { activeSeats, projects },
  };
});
