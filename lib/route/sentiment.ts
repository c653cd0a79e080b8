import type { Reason } from "../ticket/model";
import { asReasons, type Cue, type Finding, findCues } from "./cues";
import { GERMAN_DOWN, GERMAN_UP } from "./german-mood";

/**
 * Rules for talk with a help desk. Word lists for reviews do worse than chance here, because
 * "kill", "error", "fatal" and "please" mislead them. Weights: how far each pulls down or up.
 */
const DOWN: readonly Cue[] = [
  {
    says: "wrote about it before",
    weight: 0.35,
    words:
      /\b(?:(?:second|third|fourth|fifth|2nd|3rd|4th|5th|another|last) (?:time|e-?mail|message|ticket|request|attempt) (?:i|we|that|to|about|and|already|now)|(?:yet )?again and again|(?:wrote|written|asked|called|contacted|reported|emailed) (?:\w{1,10} ){0,4}(?:before|already|again|twice|several times|many times|days ago|weeks ago|last week)|already (?:wrote|written|asked|told|contacted|reported|explained)|as i (?:said|wrote|explained)|keep(?:s)? (?:asking|happening)|still (?:not|no|n't|waiting|broken|nothing|isn't|doesn't|hasn't|haven't))\b/i,
  },
  {
    says: "has been waiting",
    weight: 0.3,
    words:
      /\b(?:(?:been )?waiting (?:for|since|on|over|more|forever|ages|days|weeks|hours|\d)|(?:for|after|over|more than|taking) (?:\w{1,8} )?(?:\d{1,3}|two|three|four|five|six|several|many|a few|couple of) (?:hours|days|weeks|months)|how much longer|taking (?:so|too|way too|forever) ?(?:long)?|since (?:last (?:week|month)|weeks|days)|overdue answer)\b/i,
  },
  {
    says: "says that nobody answers",
    weight: 0.45,
    words:
      /\b(?:(?:nobody|no one|no-one|noone) (?:\w{1,8} )?(?:answers?|answered|replies|replied|responds?|responded|cares?|helps?|helped|picks? up|called|gets? back|bothers?|reads?)|no (?:reply|response|answer|reaction)|(?:never|not|n't) (?:\w{1,8} )?(?:heard back|hear back|replied|responded|answered|got a (?:reply|response|answer))|ignor(?:ed|ing) (?:me|us|my|our)|being ignored|automatic answers?)\b/i,
  },
  {
    says: "speaks of lawyers, regulators or the public",
    weight: 0.6,
    words:
      /\b(?:lawyers?|attorney|legal action|sue you|suing|take you to court|small claims|consumer protection|ombudsman|regulators?|file a complaint|formal complaint|trading standards|BBB|press charges|police|(?:bad|negative|one-?star|1-?star) reviews?|(?:post|tell everyone|share) (?:\w{1,8} ){0,3}(?:twitter|reddit|trustpilot|linkedin|social media)|Anwalt)\b/i,
  },
  {
    says: "is angry",
    weight: 0.55,
    words:
      /\b(?:unacceptable|ridiculous|outrageous|disgust(?:ed|ing)|furious|angry|pathetic|terrible|horrible|awful|worst|useless|joke|scandal\w{0,3}|sucks?|incompeten\w{1,4}|garbage|rubbish|damn|wtf|what the hell|fed up|sick (?:of|and tired)|tired of|had enough|rip-?off|unprofessional|appalling|shame on|hate|not up to par|unverschämt|inacceptable)\b/i,
  },
  {
    says: "is disappointed or frustrated",
    weight: 0.4,
    words:
      /\b(?:disappoint(?:ed|ing|ment)|frustrat(?:ed|ing|ion)|annoy(?:ed|ing)|unhappy|dissatisfied|unsatisfied|upset|let down|waste of (?:time|money)|losing (?:money|customers|patience|trust)|lost (?:trust|patience)|can'?t (?:believe|rely|trust)|not happy|not good enough|nightmare|enttäuscht|déçue?s?|decepcionad[oa])\b/i,
  },
  {
    says: "is under pressure or worried",
    weight: 0.2,
    words:
      /\b(?:urgent(?:ly)?|asap|immediately|right (?:now|away)|emergency|desperate|worried|scared|panic\w{0,4}|deadline|help me!|please help|can'?t work|makes? \w{1,12} impossible|going (?:\w{1,8} )?(?:mad|crazy))\b/i,
  },
  {
    says: "is hurt by the problem",
    weight: 0.3,
    words:
      /\b(?:(?:nobody|no one|none|everyone|everybody|all of us|half of the team|\d{1,5} people) (?:\w{1,12} ){0,5}(?:can(?:no|')t|can not|can|gets? in|unable|waiting|locked out|blocked|say|sign in)|need (?:it|this|them|the \w{1,15}) (?:\w{1,12} ){0,3}(?:now|today|tonight)|no way (?:back|in|out)|too (?:much|expensive) for|won'?t accept|give me a reason|our boss|by accident|lost (?:all|everything|our|my)|isn'?t ours|you should know)\b/i,
  },
  {
    says: "says that it does not work",
    weight: 0.15,
    words:
      /\b(?:can(?:no|')t|can not|doesn'?t|won'?t|isn'?t|not) (?:\w{1,10} ){0,2}(?:work\w{0,3}|open|sign|log|access|load|find|save|send|accept\w{0,3}|show\w{0,3})\b/i,
  },
  {
    says: "sounds sarcastic",
    weight: 0.45,
    words:
      /\b(?:(?:great|nice|good|wonderful|fantastic|brilliant) (?:job|work|service|support),? (?:guys|as always|as usual|again|really|once again|not)|thanks for nothing|thanks a lot for (?:no|the (?:outage|downtime|delay|mess))|how (?:nice|lovely|wonderful) (?:of you|that)|congratulations on|oh (?:great|wonderful|perfect|nice)|just (?:great|wonderful|perfect|what i needed)|so-called support|yeah right)\b/i,
  },
];

const UP: readonly Cue[] = [
  {
    says: "thanks",
    weight: 0.15,
    words:
      /\b(?:thanks|thank you|thx|many thanks|appreciate|grateful|danke|merci|gracias)\b(?! for nothing)/i,
  },
  {
    says: "is pleased",
    weight: 0.55,
    words:
      /\b(?:(?:works|working) (?:now|again|perfectly|great)|(?:that|it) (?:worked|helped|did it)(?= ?(?:[.!,]|$|thanks|thank|perfectly))|no problem for once|a big part of|tell the team|love (?:it|this|your|the|northlane)|excellent|fantastic|amazing|awesome|wonderful|brilliant|perfect|great (?:job|product|tool|service|support|help|work)|very happy|really (?:like|happy|helpful)|painless|well done|keep (?:it )?up|solved|sorted)\b/i,
  },
];

const ALL_DOWN = [...DOWN, ...GERMAN_DOWN];
const ALL_UP = [...UP, ...GERMAN_UP];

/** Share of capitals from which a text shouts; short texts and codes do not count. */
const SHOUTING = { share: 0.6, letters: 12 };

export type Sentiment = { score: number; reasons: Reason[] };

/**
 * How a customer feels in one message.
 *
 * @returns −1 (furious) to 1 (delighted), 0 when nothing shows; with the words that show it
 */
export function feel(text: string): Sentiment {
  const down = [...findCues(text, ALL_DOWN), ...shouting(text), ...punctuation(text)];
  const sarcastic = down.some(({ says }) => says === "sounds sarcastic");
  // A polite word never outweighs a complaint by much, and a sarcastic one is none.
  const up = sarcastic ? [] : findCues(text, ALL_UP).map((cue) => soften(cue, down.length));
  const score = pull(up) - pull(down);
  return {
    score: Math.round(Math.max(-1, Math.min(1, score)) * 100) / 100 + 0, // + 0: no −0
    reasons: asReasons([...down, ...up]),
  };
}

const soften = (cue: Finding, complaints: number): Finding =>
  complaints === 0 ? cue : { ...cue, weight: cue.weight / 3 };

/** Each further hint adds a share of what is left, so that the sum stays within 1. */
const pull = (found: readonly Finding[]) =>
  1 - found.reduce((calm, { weight }) => calm * (1 - weight), 1);

function shouting(text: string): Finding[] {
  const words = text.match(/\b\p{Lu}{3,20}\b/gu) ?? [];
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const loud = words.reduce((count, word) => count + word.length, 0);
  if (letters < SHOUTING.letters || loud / letters < SHOUTING.share) return [];
  return [{ says: "writes in capitals", weight: 0.35, evidence: words.slice(0, 4).join(" ") }];
}

function punctuation(text: string): Finding[] {
  const marks = /(?:\?!|!\?|[?!]{3}|!!)[?!]{0,10}/.exec(text)?.[0];
  return marks ? [{ says: "writes ?! or !!", weight: 0.25, evidence: marks }] : [];
}

/** True when each of the last two messages felt worse than the one before it. */
export function hasFallenTwice(texts: readonly string[]): boolean {
  const [before, last, now] = texts.slice(-3).map((text) => feel(text).score);
  if (before === undefined || last === undefined || now === undefined) return false;
  return now < last && last < before && now < 0;
}

/**
 * How the feeling changes within a ticket: the newest message against the mean of those before it.
 *
 * @param scores of each message, oldest first, -1..1
 * @returns -1 (much worse) to 1 (much better), two decimals; null with fewer than two messages
 */
export function trendOf(scores: readonly number[]): number | null {
  const earlier = scores.slice(0, -1);
  const newest = scores.at(-1);
  if (newest === undefined || earlier.length === 0) return null;
  const mean = earlier.reduce((sum, score) => sum + score, 0) / earlier.length;
  return Math.round(Math.max(-1, Math.min(1, newest - mean)) * 100) / 100 + 0; // + 0: no -0
}
