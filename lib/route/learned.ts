import type { LabelPlaces } from "../desk";
import type { Context } from "../platform/context";
import { log } from "../platform/log";
import { type Current, deskModel, labelFacts } from "../predictor";
import { LABEL_SPACES, type LabelGuess, type LabelSpace } from "../predictor/model";
import { type Ticket, ticketNumbers } from "../ticket";
import type { RouteFacts } from "./analyse";
import type { Learned } from "./model";

/** What the desk has learned of labels, and as of when. */
export type LabelModel = Pick<Current, "labels" | "version">;

/**
 * Brings what was learned up to date. Call it outside transactions: others wait in the same queue.
 *
 * @returns null when that fails: words alone decide then, and no ticket waits for it
 */
export async function labelModel(ctx: Context): Promise<LabelModel | null> {
  try {
    return await deskModel.current(ctx.db);
  } catch (error) {
    log.warn({ error }, "what was learned is not to be had: routing by words");
    return null;
  }
}

/** What people have called such requests, in labels that are in use now. */
export async function learnedOf(
  ctx: Context,
  model: LabelModel | null,
  { text, account, places }: Pick<RouteFacts, "text" | "account"> & { places: LabelPlaces },
  { channel }: Pick<Ticket, "channel">,
): Promise<Learned> {
  if (!model) return {};
  const facts = labelFacts({ channel, ...account });
  const guesses = LABEL_SPACES.flatMap((space) => {
    const guess = guessOf(model, space, text, facts);
    const used = guess && inUse(space, guess, places);
    return used ? [{ space, guess: used }] : [];
  });
  const sources = guesses.flatMap(({ guess }) => guess.evidence.map(({ source }) => source));
  const numbers = await ticketNumbers(ctx.db, [...new Set(sources)]);
  return Object.fromEntries(
    guesses.map(({ space, guess }) => {
      const tickets = guess.evidence.flatMap(({ source }) => numbers.get(source) ?? []);
      return [space, { ...guess, tickets }];
    }),
  );
}

function guessOf(
  { labels }: LabelModel,
  space: LabelSpace,
  text: string,
  facts: ReturnType<typeof labelFacts>,
): LabelGuess | null {
  try {
    return labels.predict(space, text, facts);
  } catch (error) {
    log.warn({ error, space }, "a label could not be predicted");
    return null;
  }
}

/** A label that was merged counts as that one; one that is out of use is no guess. */
function inUse(space: LabelSpace, guess: LabelGuess, places: LabelPlaces): LabelGuess | null {
  if (space !== "intent" && space !== "category") return guess;
  const known = space === "intent" ? places.intents : places.categories;
  const label = known.get(guess.label);
  if (!label) return null;
  const against = guess.against.map((other) => known.get(other) ?? other);
  return { ...guess, label, against: against.filter((other) => other !== label) };
}
