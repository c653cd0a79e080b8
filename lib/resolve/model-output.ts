import { z } from "zod";

/** What a model answers with. No limits stand in it: servers read only a part of JSON Schema. */
export const ModelReply = z.object({
  sentences: z.array(
    z.object({
      /** One sentence; a line break before it begins a new paragraph. */
      text: z.string(),
      /** Ids of what it rests on; none for courtesy and for questions. */
      citations: z.array(z.string()),
    }),
  ),
  /** What it would have to know, and does not. */
  unknown: z.array(z.string()),
  /** What it would ask the customer. */
  followUp: z.string().nullable(),
});
export type ModelReply = z.output<typeof ModelReply>;

/** Of a reply: more than this is none that anybody reads. */
const MOST = { sentences: 40, sentence: 1000, citations: 8, notes: 8, note: 300 };

type Said = ModelReply["sentences"][number];

/** The same within bounds, without what is empty. @returns null when there is too much of it */
export function bounded(reply: ModelReply): ModelReply | null {
  const sentences = reply.sentences.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  if (sentences.length > MOST.sentences) return null;
  if (sentences.some(({ text }) => text.length > MOST.sentence)) return null;
  return {
    sentences: sentences.map(({ text, citations }) => ({
      text,
      citations: [...new Set(citations)].slice(0, MOST.citations),
    })),
    unknown: notes(reply.unknown),
    followUp: notes(reply.followUp === null ? [] : [reply.followUp])[0] ?? null,
  };
}

function notes(said: readonly string[]): string[] {
  const kept = said.map((note) => note.replace(/\s+/g, " ").trim().slice(0, MOST.note));
  return [...new Set(kept.filter(Boolean))].slice(0, MOST.notes);
}

/** Sentences as one text: a line break before one of them begins a new paragraph. */
export function joined(sentences: readonly Pick<Said, "text">[]): string {
  let body = "";
  for (const { text } of sentences) {
    const before = /^\s*\n\s*\n/.test(text) ? "\n\n" : /^\s*\n/.test(text) ? "\n" : " ";
    body += `${body === "" ? "" : before}${text.trim()}`;
  }
  return body;
}

const Growing = z.object({
  sentences: z.array(z.object({ text: z.string().catch("") }).catch({ text: "" })).catch([]),
});

/** What can be read of an answer that is still being written. */
export function textSoFar(part: unknown): string {
  const { sentences } = Growing.catch({ sentences: [] }).parse(part);
  return joined(sentences.filter(({ text }) => text.trim() !== "").slice(0, MOST.sentences));
}
