/** How customers, people and the assistant phrase a message on each channel. */

import { firstName } from "./cast";
import type { Random } from "./random";
import { fill } from "./text";
import type { DemoChannel, DemoLanguage, DemoPerson, DemoQuestion, DemoTeam } from "./types";

/** What a ticket's texts are made of. */
export interface Voice {
  random: Random;
  question: DemoQuestion;
  slots: Readonly<Record<string, string>>;
  /** How often the question was used before: selects among its wordings. */
  turn: number;
  channel: DemoChannel;
  customerName: string;
}

const GREETED =
  /^(?:hi|hello|hey|dear|good|guten|hallo|bonjour|buenos|hola|sehr|under|i have now|nobody|since)\b/i;

const GREETINGS: Readonly<Record<DemoLanguage, readonly string[]>> = {
  en: [
    "Hi,",
    "Hello,",
    "Hi Northlane team,",
    "Good morning,",
    "Dear support team,",
    "Hey there,",
    "",
  ],
  de: ["Guten Tag,", "Hallo,"],
  fr: ["Bonjour,"],
  es: ["Hola:", "Buenas tardes:"],
};

const SIGN_OFFS: Readonly<Record<DemoLanguage, readonly string[]>> = {
  en: [
    "Best regards,\n{name}\n{company}",
    "Thanks,\n{first}",
    "Cheers\n{first}",
    "Kind regards\n{name}",
    "{first}\n\nSent from my phone",
    "Many thanks,\n{name}, {company}",
    "{first}",
  ],
  de: ["Mit freundlichen Grüßen\n{name}\n{company}", "Viele Grüße\n{name}"],
  fr: ["Cordialement,\n{name}\n{company}", "Bien à vous,\n{name}"],
  es: ["Un saludo,\n{name}\n{company}", "Muchas gracias,\n{name}"],
};

const AGENT_FRAMES: Readonly<Record<DemoLanguage, readonly [hello: string, bye: string]>> = {
  en: ["Hi {first},", "Best regards,\n{agent}"],
  de: ["Guten Tag {name},", "Viele Grüße\n{agent}"],
  fr: ["Bonjour {first},", "Bien cordialement,\n{agent}"],
  es: ["Hola, {first}:", "Un saludo,\n{agent}"],
};

const OPENERS = [
  "thanks for writing in.",
  "good question, and quickly answered.",
  "happy to help with that.",
  "I've had a look at your workspace.",
];

const CLOSERS = [
  "Let me know if you see something else.",
  "Tell me if it doesn't work out and I'll do it with you.",
  "Just reply here if anything is unclear.",
];

function names(voice: Voice): Record<string, string> {
  return { ...voice.slots, name: voice.customerName };
}

function say(voice: Voice, text: string): string {
  return fill(text, names(voice), voice.turn);
}

export function isConversation(channel: DemoChannel): boolean {
  return channel === "chat" || channel === "in_app";
}

export function customerSubject(voice: Voice): string {
  return say(voice, voice.question.subject);
}

export function customerBody(voice: Voice): string {
  const { random, question, channel } = voice;
  const body = say(voice, question.body);
  if (channel === "manual") return `By telephone, ${voice.customerName}:\n\n${body}`;
  if (isConversation(channel) || channel === "api") return body;
  const greeting = GREETED.test(body) ? "" : random.pick(GREETINGS[question.language]);
  const signOff = say(voice, random.pick(SIGN_OFFS[question.language]));
  return [greeting, body, signOff].filter((part) => part !== "").join("\n\n");
}

/** A short later message of the customer: no greeting, no signature. */
export function customerNote(voice: Voice, text: string): string {
  return say(voice, text);
}

export function agentText(voice: Voice, text: string, agent: DemoPerson, team: DemoTeam): string {
  const { channel, question } = voice;
  const [hello, bye] = AGENT_FRAMES[question.language];
  const said = say({ ...voice, slots: { ...voice.slots, agent: firstName(agent.name) } }, text);
  if (isConversation(channel)) return `${say(voice, hello)} ${said}`;
  const sender = fill(bye, { agent: firstName(agent.name) }, 0);
  const start = question.language === "de" ? said : capital(said);
  return `${say(voice, hello)}\n\n${start}\n\n${sender}\nNorthlane ${team.startsWith("Support") ? "Support" : team}`;
}

/** What a person sends: the written reply, or the article's sentences in a person's frame. */
export function agentAnswer(voice: Voice, agent: DemoPerson, team: DemoTeam): string {
  const { question, random } = voice;
  const written = question.agentReply;
  if (written !== undefined) return agentText(voice, written, agent, team);
  const quoted = question.quotes.join(" ");
  return agentText(voice, `${random.pick(OPENERS)} ${quoted} ${random.pick(CLOSERS)}`, agent, team);
}

/** The assistant's draft: only sentences of the article between a greeting and a way out. */
export function draftText(voice: Voice): string {
  const hello = say(voice, "Hi {first},");
  const wayOut = "If this doesn't settle it, just reply and one of us takes over.";
  const quoted = voice.question.quotes;
  if (isConversation(voice.channel)) return `${hello} ${quoted.join(" ")}\n\n${wayOut}`;
  return `${hello}\n\n${quoted.join(" ")}\n\n${wayOut}\n\nNorthlane Support`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
