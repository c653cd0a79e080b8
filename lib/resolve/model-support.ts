import { denies, linksIn, namesIn, numbersIn, tellingStems } from "./model-words";

/** Share of a sentence's telling words that its sources must hold. */
const ENOUGH = 0.6;
/** A word that only the customer has used counts so much: it is their topic, and no evidence. */
const ASKED = 0.5;
/** A longer question, or a longer phrase of courtesy, says more than that. */
const TALK_WORDS = 30;
/** Digits from which a number names something, an order or an invoice, and is no amount. */
const NAMES_SOMETHING = 5;

/** Courtesy, as stems of its words. */
const COURTESY = new Set(
  tellingStems(
    `hi hello hey dear good morning afternoon evening thank thanks thank you very much many for reaching out getting in touch
    contacting writing letting us know sorry apologies apologise apologize inconvenience trouble hear that understand
    frustrating annoying happy glad to help please reply replying answer message question questions anything further else need let feel free
    kind best warm regards wishes sincerely team support patience look looking into it
    guten tag hallo moin vielen dank danke herzlichen gerne leider entschuldigung entschuldigen bitte tut leid unannehmlichkeiten
    melden antworten frage fragen nachricht freundlichen grüßen grüße hilft helfen weiter team
    bonjour merci beaucoup désolé désolés pour désagrément message question questions cordialement répondez répondre aide aider
    hola gracias por escribir lo sentimos siento molestias saludos pregunta preguntas responder ayuda ayudar mensaje`,
  ),
);

/** What a sentence may rest on. */
export type Grounds = {
  /** What it names: passages, answers, facts of the account. */
  sources: readonly string[];
  /** What the customer has written. */
  asked: string;
  /** Names that may stand anywhere: the customer's own, the desk's. */
  names: readonly string[];
  /** Its sources are in the same language, so that words can be compared. */
  sameLanguage: boolean;
};

export type Support = {
  /** `talk` needs no source: courtesy, a question. `unchecked`: its sources are in another language. */
  kind: "talk" | "supported" | "unchecked" | "unsupported";
  /** Share of its telling words that its sources hold, 0..1. */
  share: number;
};

/** True when a sentence states nothing: courtesy, or a question to the customer. */
function isTalk(text: string): boolean {
  if (numbersIn(text).length > 0 || linksIn(text).length > 0) return false;
  const words = text.split(/\s+/).length;
  if (words > TALK_WORDS) return false;
  if (/[?？؟]["'”»)]?\s*$/u.test(text)) return !/[.!;:]\s+\S/u.test(text.trim());
  return tellingStems(text).every((word) => COURTESY.has(word));
}

/**
 * Whether a sentence is borne out by what it names. Numbers and links must stand there as they are,
 * names too; most of its words must; and it must not deny what they say, or the other way round.
 */
export function supportOf(text: string, grounds: Grounds): Support {
  if (isTalk(text)) return { kind: "talk", share: 1 };
  const { sources, asked, sameLanguage } = grounds;
  const said = sources.join("\n");
  if (said.trim() === "") return { kind: "unsupported", share: 0 };
  if (!standsIn(text, said, grounds)) return { kind: "unsupported", share: 0 };
  if (!sameLanguage) return { kind: "unchecked", share: 0 };
  const held = new Set(tellingStems(said));
  const topic = new Set(tellingStems(asked));
  const words = tellingStems(text);
  if (words.length === 0) return { kind: "unsupported", share: 0 };
  const share =
    words.reduce((sum, word) => sum + (held.has(word) ? 1 : topic.has(word) ? ASKED : 0), 0) /
    words.length;
  const contrary = denies(text) !== denies(nearest(words, said));
  return { kind: share >= ENOUGH && !contrary ? "supported" : "unsupported", share };
}

/** Numbers, links and names as the sources have them; a long number may be the customer's own. */
function standsIn(text: string, said: string, { asked, names, sameLanguage }: Grounds): boolean {
  const numbers = new Set(numbersIn(said));
  const own = new Set(numbersIn(asked).filter((number) => number.length >= NAMES_SOMETHING));
  if (!numbersIn(text).every((number) => numbers.has(number) || own.has(number))) return false;
  const links = new Set(linksIn(said));
  if (!linksIn(text).every((link) => links.has(link))) return false;
  // Where every noun has a capital, or the words are others, a capital says nothing.
  if (!sameLanguage || nounsHaveCapitals(said)) return true;
  const known = `${said}\n${asked}\n${names.join(" ")}`.toLowerCase();
  return namesIn(text).every((name) => known.includes(name.toLowerCase()));
}

/** German writes every noun with a capital: then more than a fifth of all words have one. */
function nounsHaveCapitals(text: string): boolean {
  return namesIn(text).length > text.split(/\s+/).length / 5;
}

/** The sentence of the sources that has most words in common. */
function nearest(words: readonly string[], said: string): string {
  let best = { sentence: "", common: 0 };
  for (const sentence of said.split(/(?<=[.!?])\s+|\n+/u)) {
    const held = new Set(tellingStems(sentence));
    const common = words.filter((word) => held.has(word)).length;
    if (common > best.common) best = { sentence, common };
  }
  return best.sentence;
}

/** What of the sources a sentence leans on most, word for word: shown as its quotation. */
export const quoteFor = (text: string, source: string): string =>
  nearest(tellingStems(text), source) || source;
