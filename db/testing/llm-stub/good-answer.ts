import { type ChatRequest, type JsonSchema, type StubAnswer, wordsOf } from "./protocol";

type Entry = { id: string; text: string };

/**
 * A well-behaved model: it answers with sentences of the passage that shares most words with the
 * question, cites it, and fits the schema that was asked for.
 */
export function goodAnswer(request: ChatRequest): StubAnswer {
  const words = wordsOf(request);
  const schema = request.response_format?.json_schema?.schema ?? schemaInWords(words);
  const question = blockOf(words, "question")
    .map(({ text }) => text)
    .join(" ");
  const passages = [...blockOf(words, "passages"), ...blockOf(words, "answers")];
  const best = closest(passages, question);
  const said = best ? sentencesOf(best.text) : [];
  const source = { id: best?.id ?? null, sentences: said, question };
  return schema
    ? { json: filled(schema, source, "", schema) }
    : { text: said.join(" ") || "ready" };
}

/** The entries of `<name boundary="…">[…]</name …>`. */
function blockOf(words: string, name: string): Entry[] {
  const found = new RegExp(`<${name}( [^>]*)?>\\s*(\\[[\\s\\S]*?\\])\\s*</${name}`).exec(words);
  if (!found?.[2]) return [];
  const entries: unknown = JSON.parse(found[2]);
  if (!Array.isArray(entries)) return [];
  return entries.map((entry) => ({
    id: String(entry.id ?? ""),
    text: String(entry.text ?? entry.answer ?? entry.body ?? ""),
  }));
}

/** Where the server takes no schema, it stands in the instructions. */
function schemaInWords(words: string): JsonSchema | null {
  const found = /JSON Schema:\n(\{.*\})/.exec(words);
  return found?.[1] ? (JSON.parse(found[1]) as JsonSchema) : null; // our own client wrote it
}

const wordSet = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);

function closest(passages: readonly Entry[], question: string): Entry | undefined {
  const asked = wordSet(question);
  const share = ({ text }: Entry) => [...wordSet(text)].filter((word) => asked.has(word)).length;
  return passages
    .map((entry) => ({ entry, score: share(entry) }))
    .sort((a, b) => b.score - a.score)[0]?.entry;
}

const sentencesOf = (text: string): string[] =>
  (text.match(/[^.!?]+[.!?]+(?=\s|$)/g) ?? [text]).map((sentence) => sentence.trim()).slice(0, 4);

type Source = { id: string | null; sentences: string[]; question: string };

function filled(schema: JsonSchema, from: Source, name: string, root: JsonSchema): unknown {
  const inner = (one: JsonSchema, of = name) => filled(one, from, of, root);
  if (schema.$ref) return inner(root.$defs?.[schema.$ref.split("/").at(-1) ?? ""] ?? {});
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const types = [schema.type ?? []].flat();
  if (schema.anyOf) {
    return schema.anyOf.some(({ type }) => type === "null") ? null : inner(schema.anyOf[0] ?? {});
  }
  if (types.includes("null")) return null;
  if (types.includes("object")) {
    const fields = Object.entries(schema.properties ?? {});
    return Object.fromEntries(fields.map(([key, one]) => [key, inner(one, key)]));
  }
  if (types.includes("array")) return listOf(schema.items ?? {}, from, name, root);
  if (types.includes("number") || types.includes("integer")) return schema.minimum ?? 0;
  if (types.includes("boolean")) return false;
  return from.sentences[0] ?? (from.question.slice(0, 200) || "ready");
}

function listOf(items: JsonSchema, from: Source, name: string, root: JsonSchema): unknown[] {
  if (/^(citations|sources)$/.test(name)) return from.id ? [from.id] : [];
  if (items.properties?.text && items.properties.citations) {
    return from.sentences.map((text) => ({
      ...(filled(items, from, name, root) as object), // it has properties, so it is an object
      text,
    }));
  }
  return [];
}
