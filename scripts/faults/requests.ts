import { chance } from "./chance";

/** One request from outside, and how often it is sent. */
export type Planned = {
  /** JSON as the caller sends it. */
  body: Record<string, unknown> & { external_id: string };
  /** The caller is not sure that the first has arrived. */
  copies: number;
  /** All copies at the same moment, or one after the other. */
  atOnce: boolean;
};

const ANSWERED = [
  "How do I export the time entries of the last months as a CSV file? Where do I find Reports?",
  "Where in Reports can I export our time entries as CSV? I need the months since June.",
  "I want to export time entries of several months to a CSV file. Which report do I choose?",
];
const UNCLEAR = [
  "Something is odd with our numbers since the weekend, can you have a look?",
  "Since yesterday I get a 403 when I sign in.",
  "We would like to talk about what our plan costs next year.",
  "The thing that we discussed does not behave as it should.",
];
const FURTHER = [
  "One more thing: the file should hold all projects. Is that possible?",
  "It still does not work, and we need it today.",
  "Can a colleague do that as well?",
];

const oneOf = (texts: readonly string[], at: number): string =>
  texts[Math.floor(at * texts.length)] ?? "";

/**
 * The requests of `tickets` tickets, half by mail and half by webhook, and further messages to some
 * of them. Each ticket has a customer of its own.
 *
 * @returns in the order of sending; a further message comes some places after the first
 */
export function planRequests(seed: number, tickets: number): Planned[] {
  const later: { place: number; planned: Planned }[] = [];
  for (let n = 0; n < tickets; n++) {
    const at = (what: string) => chance(seed, what, n);
    const known = at("known") < 0.5;
    const common = {
      channel: n % 2 === 0 ? "email" : "webhook",
      customer_email: `customer-${n}@example.org`,
      customer_name: "Mina Okafor",
    };
    const first = {
      ...common,
      external_id: `first-${n}`,
      conversation_id: `conversation-${n}`,
      subject: known ? "Export of time entries" : "A question",
      body: oneOf(known ? ANSWERED : UNCLEAR, at("words")),
    };
    later.push({ place: n, planned: sending(first, at("first")) });
    if (at("more") < 0.3) {
      const more = {
        ...common,
        external_id: `more-${n}`,
        conversation_id: `conversation-${n}`,
        body: oneOf(FURTHER, at("further")),
      };
      later.push({ place: n + 1 + at("gap") * 25, planned: sending(more, at("second")) });
    }
  }
  return later.sort((a, b) => a.place - b.place).map(({ planned }) => planned);
}

const sending = (body: Planned["body"], at: number): Planned => ({
  body,
  copies: 1 + Math.floor(at * 3),
  atOnce: (at * 3) % 1 < 0.5,
});
