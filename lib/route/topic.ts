import type { LabelPlaces } from "../desk";
import type { Reason } from "../ticket/model";
import { categorise } from "./category";
import { categoryInUse } from "./in-use";
import type { AccountFacts, Learned, LearnedGuess } from "./model";
import { learnedReason, outweighs } from "./weigh-label";

type Facts = {
  text: string;
  account: Pick<AccountFacts, "inTrial">;
  caller: { category: string | null };
  before: { category: string } | null;
  said?: { category?: string };
  learned?: Learned;
  places?: LabelPlaces;
};

/** The category: as a person has said, as it was, as learned, or as the words and the account say. */
export function topicOf(
  facts: Facts,
  primary: string | null,
  kept: boolean,
): { category: string; reasons: Reason[]; decided: LearnedGuess | null } {
  if (facts.said?.category !== undefined) {
    const reasons = [{ text: "a person has set the category", evidence: [] }];
    return { category: facts.said.category, reasons, decided: null };
  }
  if (kept && facts.before) return { category: facts.before.category, reasons: [], decided: null };
  const read = categorise(facts.text, primary, facts.account, facts.caller.category);
  const category = categoryInUse(read.category, facts.places);
  const said = { label: read.strength > 0 ? category : null, strength: read.strength };
  const guess = facts.learned?.category;
  if (!outweighs(guess, said) || guess.label === category) {
    return { category, reasons: read.reasons, decided: null };
  }
  const filed = `people filed such requests under ${guess.label.replaceAll("-", " ")}`;
  return { category: guess.label, reasons: [learnedReason(filed, guess)], decided: guess };
}
