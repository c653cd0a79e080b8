import { franc } from "franc-min";

/** Frequent small words; each language's share of a text's words tells it, also in short texts. */
const SMALL_WORDS: Record<string, Set<string>> = {
  en: words(
    "the and is are was were to of in for on with my i you it this that not have has can do does did how what why when where please a an at be we our your from but if they there help need want would its im dont doesnt cant no u thank thanks me ok out some more any still now",
  ),
  de: words(
    "der die das und ist sind war nicht ich wir sie es ein eine einen mit für auf von zu den dem im wie was warum wann wo bitte mein meine unser unsere kann können habe haben wird auch aber seit noch keine nach hallo",
  ),
  fr: words(
    "le la les et est sont je nous vous il elle un une des du de ne pas avec pour sur dans que qui comment pourquoi quand où mon ma mes notre nos votre s'il plaît bonjour peut avons avez ai c'est au aux",
  ),
  es: words(
    "el la los las y es son yo nosotros usted un una de del que no con para por en cómo qué por qué cuándo dónde mi mis nuestro nuestra su hola puedo puede tengo tiene hemos desde está favor se me lo",
  ),
  it: words(
    "il lo la gli e è sono io noi un una di del che non con per in come cosa perché quando dove mio mia nostro nostra ciao posso può ho ha abbiamo grazie si",
  ),
  pt: words(
    "o os as e é são eu nós você um uma de do da que não com para por em como porque quando onde meu minha nosso nossa olá posso pode tenho tem temos obrigado se",
  ),
  nl: words(
    "de het een en is zijn was niet ik wij we jij u met voor op van te dat die hoe wat waarom wanneer waar mijn onze kan kunnen heb hebben wordt ook maar hallo geen",
  ),
};

/** Codes of franc (ISO 639-3) that we name by their two letters. */
const ISO: Record<string, string> = {
  eng: "en",
  deu: "de",
  fra: "fr",
  spa: "es",
  ita: "it",
  por: "pt",
  nld: "nl",
  pol: "pl",
  swe: "sv",
  tur: "tr",
  ron: "ro",
  hun: "hu",
  ces: "cs",
  ind: "id",
  vie: "vi",
};

/** Letters from which trigrams can be trusted; below that small words decide. */
const LONG = 60;

const SCRIPTS: readonly [string, RegExp][] = [
  ["ru", /\p{Script=Cyrillic}/gu],
  ["ja", /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["zh", /\p{Script=Han}/gu],
  ["ko", /\p{Script=Hangul}/gu],
  ["ar", /\p{Script=Arabic}/gu],
  ["he", /\p{Script=Hebrew}/gu],
  ["hi", /\p{Script=Devanagari}/gu],
  ["el", /\p{Script=Greek}/gu],
  ["th", /\p{Script=Thai}/gu],
];

/**
 * The language a customer writes in, as a two-letter code (a script's most common language where
 * only that is known).
 *
 * @returns null when the text is too short to tell, such as a name or a number
 */
export function languageOf(text: string): string | null {
  const read = text.slice(0, 4000);
  const letters = read.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return null;
  for (const [language, script] of SCRIPTS) {
    if ((read.match(script)?.length ?? 0) > letters / 3) return language;
  }
  const spoken =
    read
      .toLowerCase()
      .replaceAll("’", "'")
      .match(/[\p{L}']+/gu) ?? [];
  const [first, second] = Object.entries(SMALL_WORDS)
    .map(([language, known]) => {
      const hits = spoken.filter((word) => known.has(word));
      return { language, hits: hits.length, distinct: new Set(hits).size };
    })
    .sort((a, b) => b.hits - a.hits);
  if (first && first.hits > (second?.hits ?? 0) * 1.2) {
    // One small word is enough for English only: "no" and "im" are words of many languages.
    const enough = first.language === "en" ? first.hits > 0 : first.distinct >= 2;
    if (enough && first.hits >= spoken.length * 0.15) return first.language;
  }
  if (letters < LONG) return null;
  return ISO[franc(read, { only: Object.keys(ISO) })] ?? null;
}

function words(list: string): Set<string> {
  return new Set(list.split(" "));
}
