import { customerContext } from "../customer";
import type { Context } from "../platform/context";
import { labelFacts, questionText } from "../predictor";
import type { Facts, LabelSpace, Signal } from "../predictor/model";
import { customerMessages, plainText, smallTalk, type Ticket } from "../ticket";

/** Weight of labels that a person let stand when they answered. */
const CONFIRMED_WEIGHT = 0.3;
/** What is left when nothing is known: that nobody changed it says nothing. */
const LEFT_OVER = "general";

/** What the customer first asked: labels are about that, whatever came after. */
export async function firstQuestion(ctx: Context, ticket: Ticket): Promise<string> {
  const texts = (await customerMessages(ctx.db, ticket.id)).map(({ text }) => plainText(text));
  const asked = texts.find((text) => smallTalk(text) === null) ?? plainText(ticket.body);
  return questionText(smallTalk(ticket.subject) ? "" : ticket.subject, [asked]);
}

/** What may tell labels apart beside the words, as it was when the ticket came. */
export async function factsAtArrival(ctx: Context, ticket: Ticket): Promise<Facts> {
  const { account } = await customerContext(ctx.db, ticket.customerId);
  const inTrial = account.trialUntil
    ? account.trialUntil > ticket.createdAt
    : account.tier === "trial";
  return labelFacts({ channel: ticket.channel, tier: account.tier, inTrial });
}

/** A person answered, and let the labels stand as they are: weak evidence for them. */
export async function confirmedLabels(
  ctx: Context,
  ticket: Ticket,
  question: string,
): Promise<Signal[]> {
  const { category, primaryIntent, teamId } = ticket;
  const stood: [LabelSpace, string | null][] = [
    ["intent", primaryIntent],
    ["category", category === LEFT_OVER ? null : category],
    ["team", teamId],
  ];
  const facts = await factsAtArrival(ctx, ticket);
  return stood.flatMap(([space, label]) =>
    label === null
      ? []
      : [
          {
            type: "labelled" as const,
            id: ticket.id,
            text: question,
            facts,
            space,
            label,
            insteadOf: null,
            weight: CONFIRMED_WEIGHT,
          },
        ],
  );
}
