import type { Setting } from "../desk/model";
import type { TicketStatus } from "../ticket/model";

/** Turns that two machines may have with each other. */
const MACHINE_TURNS = 2;
const HOUR = 3_600_000; // ms

/** The words that routing uses too. */
export const STOPPED = {
  desk: "the AI is stopped on this desk",
  team: "the AI is stopped for this team",
  customer: "the AI is stopped for this customer",
} as const;

/** Everything that may forbid an automatic reply, as it is at the moment of the decision. */
export type GuardFacts = {
  now: Date;
  /** Where people have stopped the AI: on the desk, for the ticket's team, for the customer. */
  stopped: { desk: boolean; team: boolean; customer: boolean };
  /** Somebody at the desk is writing a reply at this moment. */
  writing: boolean;
  /** What routing found: rules, a request for a person, a falling mood. */
  forPeople: readonly string[];
  ticket: {
    status: TicketStatus;
    assigneeId: string | null;
    escalationReason: string | null;
    historic: boolean;
    demo: boolean;
  };
  personReplied: boolean;
  /** When the message that is answered was written. */
  askedAt: Date;
  /** The sender says that it is from before the desk. */
  historic: boolean;
  /** The customer has written again since. */
  stale: boolean;
  /** Why the message looks like a machine's, or null. */
  automatic: string | null;
  /** An address of the desk itself among those that would get the reply, or null. */
  ownAddress: string | null;
  /** Turns that our machine and theirs have had with each other. */
  machineTurns: number;
  /** Automatic replies so far. */
  replies: { inTicket: number; toCustomer: number };
  /** What admins allow of them, and how old a request may be. */
  limits: Setting<"ai.limits">;
  /** Where a reply would go, or why nowhere. */
  destination: { none: string } | object;
  draft: {
    /** Null: nothing to say. */
    text: string | null;
    /** The customer's language where the draft is not in it. */
    foreign: string | null;
    unsupported: number;
    /** What its evidence says against it, whatever the confidence; in plain words. */
    doubts: readonly string[];
  };
};

/** Why a draft must not be sent without a person, in plain words; empty when nothing forbids it. */
export function blocksOf(facts: GuardFacts): string[] {
  const { ticket, draft, replies, limits } = facts;
  const blocks = [...facts.forPeople];
  const block = (holds: boolean, why: string) => {
    if (holds && !blocks.includes(why)) blocks.push(why);
  };
  block(facts.stopped.desk, STOPPED.desk);
  block(facts.stopped.team, STOPPED.team);
  block(facts.stopped.customer, STOPPED.customer);
  block(ticket.assigneeId !== null || facts.personReplied, "a person has taken it over");
  block(facts.writing, "a person is writing a reply");
  block(ticket.escalationReason !== null, `it arrived escalated: ${ticket.escalationReason}`);
  block(ticket.historic || facts.historic, "it is a historic request");
  const hours = (facts.now.getTime() - facts.askedAt.getTime()) / HOUR;
  block(hours > limits.maxAgeHours, `the request is older than ${limits.maxAgeHours} hours`);
  block(ticket.demo, "it is a demo ticket");
  block(facts.automatic !== null, `it looks like automatic mail (${facts.automatic})`);
  block(facts.ownAddress !== null, `it comes from our own address ${facts.ownAddress}`);
  block(
    facts.machineTurns >= MACHINE_TURNS,
    `two machines have had ${facts.machineTurns} turns with each other`,
  );
  block(
    replies.inTicket >= limits.perThread,
    `${replies.inTicket} automatic replies in this ticket already`,
  );
  block(
    replies.toCustomer >= limits.perCustomerHour,
    `${replies.toCustomer} automatic replies to this customer within an hour`,
  );
  block(facts.stale, "the customer has written again");
  block(ticket.status !== "in_progress", `the ticket is ${ticket.status.replaceAll("_", " ")}`);
  if ("none" in facts.destination)
    blocks.push(`there is nowhere to send it: ${facts.destination.none}`);
  block(draft.foreign !== null, `no article is in the customer's language (${draft.foreign})`);
  block(draft.foreign === null && draft.text === null, "no article answers it");
  for (const doubt of draft.doubts) block(true, doubt);
  block(draft.unsupported > 0, `${draft.unsupported} sentence(s) rest on no source`);
  return blocks;
}
