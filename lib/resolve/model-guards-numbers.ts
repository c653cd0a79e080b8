/** Digits of every script as 0 to 9, every space as one: "٥٠٠", "５００" and "⑤⓪⓪" are 500. */
export const plainDigits = (text: string): string =>
  text
    .replace(/(?![0-9])\p{Nd}/gu, digitOf)
    .replace(/\p{No}/gu, (sign) => sign.normalize("NFKC"))
    .replace(/(?! )\p{Zs}/gu, " ")
    .replace(/\u066b/g, ".")
    .replace(/\u066c/g, ",");

/** Digits stand in rows of ten, each from zero. */
function digitOf(sign: string): string {
  const at = sign.codePointAt(0) ?? 0;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(at - before - 1))) before++;
  return String(before % 10);
}

const SMALL: Readonly<Record<string, number>> = Object.fromEntries(
  [
    "2 two zwei deux dos due dois duas twee dwa dwie dwoch два две двух tva iki",
    "3 three drei trois tres tre drie trzy trzech три трех",
    "4 four vier quatre cuatro quattro quatro cztery четыре четырех fyra fire dort",
    "5 five funf cinq cinco cinque vijf piec пять пяти fem bes",
    "6 six sechs seis sei zes szesc шесть sex seks alti",
    "7 seven sieben sept siete sette sete zeven siedem семь sju syv yedi",
    "8 eight acht huit ocho otto oito osiem восемь atta otte sekiz",
    "9 nine neun neuf nueve nove negen dziewiec девять nio dokuz",
    "10 ten zehn dix diez dieci dez tien dziesiec десять tio",
    "11 eleven elf onze undici",
    "12 twelve zwolf douze doce dodici doze twaalf dwanascie двенадцать tolv",
    "14 fourteen vierzehn quatorze catorce quattordici veertien",
    "15 fifteen funfzehn quinze quince quindici vijftien",
    "20 twenty zwanzig vingt veinte venti vinte twintig dwadziescia двадцать",
    "24 twentyfour vierundzwanzig ventiquattro vierentwintig",
    "30 thirty dreissig dreißig trente treinta trenta trinta dertig тридцать",
    "40 forty vierzig quarante cuarenta quaranta quarenta veertig сорок",
    "48 achtundvierzig quarantotto achtenveertig",
    "50 fifty funfzig cinquante cincuenta cinquanta cinquenta vijftig пятьдесят",
    "60 sixty sechzig soixante sesenta sessanta sessenta zestig",
    "70 seventy siebzig setenta settanta zeventig",
    "80 eighty achtzig ochenta ottanta oitenta tachtig",
    "90 ninety neunzig noventa novanta negentig",
  ].flatMap((line) => {
    const [value = "", ...words] = line.split(" ");
    return words.map((word) => [word, Number(value)]);
  }),
);

/** The number that a word is; null: none. @param word folded */
export const numberOf = (word: string): number | null =>
  /^\d{1,4}$/.test(word) ? Number(word) : (Object.hasOwn(SMALL, word) && SMALL[word]) || null;

const LARGE =
  /^(?:one|ein|eine|un|une|uno|una|thirteen|sixteen|seventeen|eighteen|nineteen|hundreds?|thousands?|millions?|millionen|billions?|cent|cents|mille|milles|mila|cien|cientos?|mil|mill(?:on|ones|oes|ioni|ions)|cem|sto|tysiac\w{0,3}|tysiec\w{0,3}|hundra|tusen|сто|тысяч\w{0,2}|миллион\w{0,2}|\w{0,40}(?:hundert|tausend|honderd|duizend|zig|tig|ento|mila))$/u;
const JOINS = /^(?:and|a|und|et|y|e|en|i|of|half|halbe)$/u;

/** Words in a row that may be one number. */
const ROW = 6;

/**
 * Numbers in words that stand before what `unit` knows, as they are written.
 *
 * @param words folded
 * @param unit of a currency, for example
 */
export function inWords(words: readonly string[], unit: (word: string) => boolean): string[] {
  return words.flatMap((word, at) => {
    if (!unit(word)) return [];
    let from = at;
    while (from > 0 && at - from < ROW && isPart(words[from - 1] ?? "")) from--;
    const number = words.slice(from, at);
    return number.some((one) => isNumber(one)) ? [[...number, word].join(" ")] : [];
  });
}

const isNumber = (word: string): boolean =>
  LARGE.test(word) || (!/^\d/.test(word) && numberOf(word) !== null);
const isPart = (word: string): boolean => isNumber(word) || JOINS.test(word);
