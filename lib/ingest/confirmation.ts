import { smallTalk } from "../ticket";
import type { Author } from "../ticket/model";

const list = (text: string) => text.split(",").map((phrase) => phrase.trim());

/** Thanks, success and good-byes: each asks for nothing, whatever was said before. */
const CLEAR = list(
  `thanks, thank you, thankyou, thx, cheers, no thanks, no thank you, nothing else, nothing more,
  that's all, thats all, that is all, that will be all, bye, byee, goodbye, good bye,
  have a nice day, have a good day, have a great day, nice day, great day, good day, nice evening,
  nice weekend, all good, problem solved, solved, it works, it worked, that worked, that works,
  works now, working now, it is working now, danke, nein danke, vielen dank, herzlichen dank,
  danke schön, danke sehr, problem gelöst, das hat geklappt, das hat funktioniert, jetzt geht es,
  jetzt klappt es, jetzt klappt alles, funktioniert jetzt, funktioniert wieder, merci, non merci,
  merci beaucoup, merci bien, ça marche, ça fonctionne, c'est bon, au revoir, gracias, no gracias,
  muchas gracias, ya funciona, todo bien, adiós, obrigado, obrigada, muito obrigado, muito obrigada,
  tudo certo, grazie, grazie mille, no grazie, bedankt, dank je, dank je wel, dank u, dank u wel,
  hartelijk dank, tack, tack så mycket, takk, tusen takk, kiitos, dziękuję, děkuji, teşekkürler,
  teşekkür ederim, спасибо, дякую, ありがとう, ありがとうございます, 谢谢, 謝謝, 감사합니다, شكرا`,
);

/** Says that it was understood; after a question it may be the answer. */
const UNDERSTOOD = list(
  "ok, okay, alright, alles klar, d'accord, vale, va bene, understood, got it",
);

/** Stands beside the above and asks for nothing. Alone it says nothing either. */
const FILLERS = list(
  `and, so, very, so much, very much, a lot, sir, madam, to you, you too, for now, for your help,
  for the help, for your support, for your service, for your assistance, again, hello, hi`,
);

const CLEAR_SET = new Set(CLEAR);
const UNDERSTOOD_SET = new Set(UNDERSTOOD);
const PHRASES = new Set([...CLEAR, ...UNDERSTOOD, ...FILLERS]);

/** Words of the longest phrase. */
const LONGEST = 4;
const MAX_LENGTH = 120;

type Kind = "clear" | "understood" | null;

/**
 * Whether a message only thanks or confirms, so that it re-opens nothing and gets no draft. In doubt
 * it is an ordinary message: a request that is taken for thanks would be lost.
 *
 * @param lastReply our last words to the customer; a bare "ok" after a question is an answer
 */
export function onlyConfirms(text: string, lastReply: string | null): boolean {
  const kind = kindOf(text);
  return kind === "clear" || (kind === "understood" && !lastReply?.includes("?"));
}

/** Words that say that the problem is gone, in whichever sentence. */
const WORKS =
  /(?<!\p{L})(?:it works|it worked|that worked|that works|works (?:now|again|fine|great)|working (?:now|again)|(?:problem )?solved|resolved|fixed|sorted|that did it|gelöst|geklappt|(?:jetzt|nun) (?:klappt|geht|funktioniert)|(?:klappt|funktioniert) (?:jetzt|nun|wieder)|ça (?:marche|fonctionne)|ya funciona)(?!\p{L})/iu;

/**
 * Whether a confirmation says that the ticket's problem is solved by our last reply. Thanks for an
 * automatic answer do; thanks to a person who has promised to look do not, unless it works now. A
 * question of ours that is still open leaves the ticket as it is.
 */
export function settles(text: string, reply: { text: string; author: Author }): boolean {
  if (reply.text.includes("?") || kindOf(text) !== "clear") return false;
  return reply.author === "ai" || WORKS.test(text);
}

/** A confirmation after some reply, whatever that was. */
export const looksLikeConfirmation = (text: string): boolean => kindOf(text) !== null;

function kindOf(text: string): Kind {
  if (text.length > MAX_LENGTH || /[?？¿]/.test(text)) return null;
  const words =
    text
      .toLowerCase()
      .replaceAll("’", "'")
      .match(/[\p{L}\p{M}\p{N}']+/gu) ?? [];
  const phrases = phrasesOf(words);
  if (phrases?.some((phrase) => CLEAR_SET.has(phrase))) return "clear";
  if (phrases?.some((phrase) => UNDERSTOOD_SET.has(phrase))) return "understood";
  if (smallTalk(text) !== "confirmation") return null;
  return words.some((word) => CLEAR_SET.has(word) || word === "thank") ? "clear" : "understood";
}

/** The words as known phrases, the longest first; null when anything else is said. */
function phrasesOf(words: readonly string[]): string[] | null {
  const phrases: string[] = [];
  for (let at = 0; at < words.length; ) {
    let length = Math.min(LONGEST, words.length - at);
    while (length > 0 && !PHRASES.has(words.slice(at, at + length).join(" "))) length--;
    if (length === 0) return null;
    phrases.push(words.slice(at, at + length).join(" "));
    at += length;
  }
  return phrases;
}
