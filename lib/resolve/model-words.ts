/** Words that say nothing by themselves; of the languages that articles are mostly written in. */
const SMALL = new Set(
  `a about above after again all also an and any are as at be been before being below both but by can
  could did do does doing down during each else etc few for from further had has have having he her here hers him
  his how i if in into is it its just may me might more most must my no nor not now of off on once only
  or other our ours out over own same she should so some such than that the their them then there these
  they this those through to too under until up us very was we were what when where which while who whom
  why will with within would you your yours
  der die das den dem des ein eine einen einem einer und oder aber ist sind war waren wird werden wurde
  nicht kein keine ich du er sie es wir ihr ihre ihren mit für auf von zu zum zur im in an am aus bei nach
  noch nur auch so wie was wann wo wer dass wenn dann sich haben hat kann können sie ihnen als um
  le la les un une des du de et ou est sont être avec pour sur dans que qui ne pas vous nous votre vos notre
  ce cette ces il elle en au aux se si plus par
  el los las una y o es son con para por en no se su sus lo al del como más`
    .split(/\s+/)
    .filter(Boolean),
);

/** Bounded and anchored, so that no text makes it slow. */
const LINK =
  /https?:\/\/[^\s<>"'()[\]]{1,2000}|\bwww\.[^\s<>"'()[\]]{1,2000}|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,190}/giu;
const NUMBER = /\d[\d.,:/-]*/gu;
const ENDINGS = /(?:ations?|ingly|ings?|edly|ed|ies|es|ly|s|ern|em|en|er|e|n)$/u;

/** A word without its usual endings: rough, and the same for both texts that are compared. */
function stem(word: string): string {
  const plain = word.normalize("NFD").replace(/\p{M}/gu, "");
  if (plain.length < 5) return plain;
  const cut = plain.replace(ENDINGS, "");
  return cut.length >= 3 ? cut : plain;
}

/** The words that carry what a text says, as stems, each once. */
export function tellingStems(text: string): string[] {
  const words = text
    .replace(LINK, " ")
    .toLowerCase()
    .replaceAll("’", "'")
    .match(/\p{L}[\p{L}\p{M}]+/gu);
  return [...new Set((words ?? []).filter((word) => !SMALL.has(word)).map(stem))];
}

/** Links and addresses, without the sign that ends a sentence. */
export const linksIn = (text: string): string[] =>
  (text.match(LINK) ?? []).map((link) => link.replace(/[.,:;!?]+$/, "").toLowerCase());

/** Numbers as digits only, so that 500,000 and 500 000 are the same. */
export const numbersIn = (text: string): string[] =>
  (
    text
      .replace(LINK, " ")
      .replace(/(\d)[\s\u00a0\u202f](?=\d{3}\b)/gu, "$1")
      .match(NUMBER) ?? []
  ).map((number) => number.replace(/\D/g, ""));

/** Words with a capital that does not begin a sentence. */
export const namesIn = (text: string): string[] =>
  text.replace(LINK, " ").match(/(?<=[^.!?:\s"„“]\s{1,3})\p{Lu}[\p{L}\p{M}'’-]{1,60}/gu) ?? [];

const NEGATION =
  /\b(?:not|never|no longer|cannot|can't|won't|don't|doesn't|isn't|aren't|without|nicht|nie|kein\w*|ohne|ne|pas|jamais|sans|nunca|sin)\b/giu;

/** True when a text denies something. */
export const denies = (text: string): boolean => {
  NEGATION.lastIndex = 0;
  return NEGATION.test(text.replaceAll("’", "'"));
};
