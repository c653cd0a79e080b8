const GREETINGS = new Set(
  "hi hii hiii hello hey hai haii heya hallo hola bonjour ciao morning afternoon evening day good guten tag morgen abend moin servus salut buenos buenas dias tardes greetings".split(
    " ",
  ),
);
const CONFIRMATIONS = new Set(
  "thanks thank thx ty cheers ok okay okey k kk great perfect cool awesome excellent wonderful super brilliant fine alright got understood solved fixed works working worked resolved sorted done nice lovely danke dankeschön vielen merci gracias bedankt grazie prima klasse parfait perfecto".split(
    " ",
  ),
);
/** Words that stand beside the above and ask for nothing. */
const FILLERS = new Set(
  "yes yep yeah yup sure you very so much many a lot for the your help reply answer quick fast it that this is was are all now again everything there team support sir madam and to everyone i'm we're im good well have nice day bye appreciated appreciate i we really oh hmm hm ah worked noted received".split(
    " ",
  ),
);
const DOUBT = new Set("not no but however still n't never except although".split(" "));

/** Small talk is short; anything longer says something. */
const MAX_WORDS = 12;

export type SmallTalk = "greeting" | "confirmation";

/**
 * Whether a message only greets, or only thanks or confirms. Such a message asks for nothing.
 *
 * @returns null when it says anything else, also when in doubt
 */
export function smallTalk(text: string): SmallTalk | null {
  if (text.length > 200 || text.includes("?")) return null;
  const words =
    text
      .toLowerCase()
      .replaceAll("’", "'")
      .match(/[\p{L}\p{N}']+/gu) ?? [];
  if (words.length === 0) return /[👍🙏😊🎉]/u.test(text) ? "confirmation" : null;
  if (words.length > MAX_WORDS || words.some((word) => DOUBT.has(word))) return null;

  if (/^(?:is|are|was|does)$/.test(words[0] ?? "")) return null;

  const confirms = words.some((word) => CONFIRMATIONS.has(word));
  const known = (word: string) =>
    GREETINGS.has(word) || FILLERS.has(word) || CONFIRMATIONS.has(word);
  if (words.every(known)) {
    if (confirms) return "confirmation";
    if (GREETINGS.has(words[0] ?? "")) return "greeting";
    return null;
  }
  // "Hi Cameron", "thanks Sam": one unknown word beside them is a name.
  const strangers = words.filter((word) => !known(word));
  if (strangers.length > 1 || /\d/.test(strangers[0] ?? "") || words.length > 4) return null;
  if (words[0] === "thanks" || words[0] === "thank" || words[0] === "thx") return "confirmation";
  return GREETINGS.has(words[0] ?? "") && words.length <= 3 ? "greeting" : null;
}
