/** Who asks what: customers that fit a question, and the small facts that fill its slots. */

import { demoAccounts } from "./accounts";
import { type Clock, MINUTES_PER_DAY } from "./clock";
import { demoCustomers } from "./customers";
import { demoPeople } from "./people";
import type { Random } from "./random";
import type {
  DemoAccount,
  DemoCustomer,
  DemoLanguage,
  DemoPerson,
  DemoQuestion,
  DemoTeam,
  DemoTier,
} from "./types";

const TRIAL_DAYS = 14;

const PROJECTS = [
  "Harbour Quarter",
  "Website Relaunch",
  "Aurora",
  "Spring Catalogue",
  "Plant 7 Retrofit",
  "Onboarding 2.0",
  "Northern Line",
  "Blue Heron",
  "Annual Report",
  "Field Trial B",
  "Customer Portal",
  "Maple Street",
  "Summer Tour",
  "Cold Chain",
  "Data Migration",
  "Lighthouse",
  "Brand Refresh",
  "Rooftop Garden",
  "Warehouse East",
  "Podcast Season 3",
  "Kestrel",
  "Mobile Checkout",
  "Grant Application",
  "Studio Move",
  "Winter Fair",
  "Training Programme",
  "Pilot Kitchen",
  "Quality Audit",
  "Sensor Board",
  "River Park",
];

const COLLEAGUES = [
  "Maren",
  "Aisha",
  "Joana",
  "Nadia",
  "Elin",
  "Rosa",
  "Yara",
  "Bettina",
  "Keiko",
  "Sunita",
  "Orla",
];

const WEEKDAYS: Readonly<Record<DemoLanguage, readonly string[]>> = {
  en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"],
  de: ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag"],
  fr: ["lundi", "mardi", "mercredi", "jeudi", "vendredi"],
  es: ["el lunes", "el martes", "el miércoles", "el jueves", "el viernes"],
};

const LANGUAGE_TAGS: Readonly<Record<DemoLanguage, string | null>> = {
  en: null,
  de: "german",
  fr: "french",
  es: "spanish",
};

const SEAT_EUROS: Readonly<Record<DemoTier, number>> = {
  trial: 12,
  starter: 7,
  business: 12,
  enterprise: 19,
};

export function accountOf(customer: DemoCustomer): DemoAccount {
  const account = demoAccounts[customer.accountIndex];
  if (account === undefined) throw new Error(`${customer.name} has no account.`);
  return account;
}

function speaks(question: DemoQuestion, customer: DemoCustomer): boolean {
  const tag = LANGUAGE_TAGS[question.language];
  return tag === null || customer.tags.includes(tag);
}

/** By the tier that the account had then: today's Starter customers were in trial once. */
function fits(question: DemoQuestion, customer: DemoCustomer, minutesAgo: number): boolean {
  const { tier, trialUntilDays } = accountOf(customer);
  const daysAgo = minutesAgo / MINUTES_PER_DAY;
  const beforeTrial = trialUntilDays !== null && daysAgo > TRIAL_DAYS - 1 - trialUntilDays;
  if (tier === "trial" && beforeTrial) return false;
  const onlyTrial = question.tiers?.every((wanted) => wanted === "trial") ?? false;
  if (onlyTrial) return tier === "trial" || (tier === "starter" && daysAgo > TRIAL_DAYS);
  if (question.tiers !== undefined) return question.tiers.includes(tier);
  if (question.category === "billing") return tier !== "trial";
  if (question.category === "onboarding") return tier === "trial" || tier === "starter";
  return true;
}

/** Picks whoever has written least among three who fit; never the same person twice for a question. */
export function castCustomer(
  random: Random,
  question: DemoQuestion,
  minutesAgo: number,
  written: readonly number[],
  before: ReadonlySet<number>,
): { index: number; customer: DemoCustomer } {
  const able = demoCustomers
    .map((customer, index) => ({ index, customer }))
    .filter(({ customer }) => speaks(question, customer));
  const fitting = able.filter(({ customer }) => fits(question, customer, minutesAgo));
  const fresh = fitting.filter(({ index }) => !before.has(index));
  const candidates = [fresh, fitting, able].find((group) => group.length > 0) ?? [];
  const [first, ...others] = random.shuffle(candidates).slice(0, 3);
  if (first === undefined) throw new Error(`Nobody can ask "${question.subject}".`);
  return others.reduce(
    (least, next) => ((written[next.index] ?? 0) < (written[least.index] ?? 0) ? next : least),
    first,
  );
}

export function slotsFor(
  random: Random,
  clock: Clock,
  question: DemoQuestion,
  customer: DemoCustomer,
  agent: DemoPerson,
  minutesAgo: number,
): Record<string, string> {
  const account = accountOf(customer);
  const seats = account.usage.activeSeats;
  const days = WEEKDAYS[question.language].filter((_, i) => i + 1 !== clock.weekday(minutesAgo));
  const currency = account.billingEvents.find((event) => event.currency)?.currency ?? "EUR";
  const symbol = { EUR: "€", USD: "$", GBP: "£" }[currency] ?? "€";
  const project = (customer.accountIndex * 7 + random.whole(0, 2)) % PROJECTS.length;
  return {
    first: firstName(customer.name),
    agent: firstName(agent.name),
    company: account.name,
    project: PROJECTS[project] ?? "Aurora",
    invoice: `NL-${48_000 - Math.round(minutesAgo / 12) + random.whole(0, 9)}`,
    n: String(Math.max(2, Math.min(random.whole(3, 9), seats - 1))),
    seats: String(seats),
    amount: `${symbol}${(account.seats * SEAT_EUROS[account.tier]).toLocaleString("en-GB")}`,
    weekday: random.pick(days),
    colleague: random.pick(COLLEAGUES.filter((name) => name !== firstName(customer.name))),
  };
}

/** A person of the team; a reviewer (or the admin) where only they may decide. */
export function castPerson(random: Random, team: DemoTeam, reviewer = false): DemoPerson {
  const able = demoPeople.filter((person) => !reviewer || person.role !== "agent");
  const inTeam = able.filter((person) => person.teams.includes(team));
  return random.pick(inTeam.length > 0 ? inTeam : able);
}

export function firstName(name: string): string {
  return name.split(" ")[0] ?? name;
}
