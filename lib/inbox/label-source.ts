import { EVENTS } from "../event/model";
import type { LabelSpace } from "../predictor/model";
import type { Reason } from "../ticket/model";
import { cut2, type TicketView } from "./model";
import type { ticketRow, timelineRows } from "./ticket-store";

type Head = NonNullable<Awaited<ReturnType<typeof ticketRow>>>;
type Timeline = Awaited<ReturnType<typeof timelineRows>>;
type Space = Extract<LabelSpace, "category" | "intent">;

const Routed = EVENTS["ticket.routed"].pick({ reasons: true, learned: true });

/** How routing begins the reason for what it has learned. */
const LEARNED: Record<Space, RegExp> = {
  category: /^people filed such requests/,
  intent: /^people called such requests/,
};

/** What a ticket is called, and who or what said so. @param timeline newest first */
export function labelSources({ ticket }: Head, timeline: Timeline): TicketView["labels"] {
  return {
    category: { slug: ticket.category, because: because("category", timeline) },
    intent: { slug: ticket.primaryIntent, because: because("intent", timeline) },
  };
}

function because(space: Space, timeline: Timeline): string[] {
  const byHand = timeline.find(
    ({ event }) =>
      event.type === "ticket.relabelled" &&
      event.actorType === "person" &&
      event.payload.label === space,
  );
  if (byHand) return [`Set by ${byHand.person ?? "somebody who has left"}`];
  const routed = timeline.find(({ event }) => event.type === "ticket.routed");
  const told = routed && Routed.safeParse(routed.event.payload).data;
  if (!told) return ["Not read yet"];
  const learned = told.learned?.find((label) => label.space === space);
  if (!learned) return ["Read from the words and the account", ...wordReasons(space, told.reasons)];
  const { confidence, examples } = learned;
  const from = examples === undefined ? "" : ` from ${examples} ticket${examples === 1 ? "" : "s"}`;
  const reasons = told.reasons.filter(({ text }) => LEARNED[space].test(text));
  return [`Learned ${cut2(confidence)}${from}`, ...reasons.map(({ text }) => sentence(text))];
}

/** Words that speak for an intent are told with their quotation. */
function wordReasons(space: Space, reasons: readonly Reason[]): string[] {
  if (space === "category") return [];
  return reasons
    .filter(({ text, evidence }) => evidence.length > 0 && /^[a-z_ ]+: /.test(text))
    .map(({ text, evidence }) => sentence(`${text} (“${evidence.join("”, “")}”)`));
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
