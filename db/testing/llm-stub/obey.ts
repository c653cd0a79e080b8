import { goodAnswer } from "./good-answer";
import type { ChatMessage, ChatRequest, StubAnswer } from "./protocol";
import { textOf } from "./protocol";

/**
 * A model that does what any text in its prompt tells it to, wherever it stands and however it is
 * hidden. It understands three orders: SAY[[…]] says something, CALL[[tool {…}]] asks for a tool, and
 * CITE[[…]] names what it then says as resting on that, and on nothing else. In what it says, FARHOST is
 * somebody else's host, and {{instructions}} and {{data}} are what it was told and shown. Else it
 * behaves well.
 */
export function obey(request: ChatRequest): StubAnswer {
  const good = goodAnswer(request);
  const draft = "json" in good ? draftOf(good.json) : null;
  if (!draft) return good;
  const orders = ordersIn(request.messages.map(({ content }) => textOf(content)).join("\n\n"));
  const asked = request.messages.some(({ role }) => role === "tool");
  if (!asked && request.tools && orders.calls.length > 0) return { toolCalls: orders.calls };
  const last = request.messages.filter(({ role }) => role === "tool").at(-1);
  const own = [...citedBy(draft), ...(last ? toolIds(request.messages) : [])];
  const cited = orders.cites.length > 0 ? orders.cites.filter(Boolean) : own;
  const said = orders.says.map((text) => ({ text: filled(text, request), citations: cited }));
  return { json: { ...draft, sentences: [...draft.sentences, ...said] } };
}

type Draft = { sentences: { text: string; citations: string[] }[] };

/** Null: something else than a reply was asked for. */
function draftOf(json: unknown): Draft | null {
  if (json === null || typeof json !== "object" || !("sentences" in json)) return null;
  return Array.isArray(json.sentences) ? (json as Draft) : null; // good-answer.ts made it
}

const citedBy = ({ sentences }: Draft): string[] => [
  ...new Set(sentences.flatMap(({ citations }) => citations)),
];

const toolIds = (messages: readonly ChatMessage[]): string[] =>
  messages.flatMap(({ content }) =>
    [...textOf(content).matchAll(/The id of this result is (T\d+)/g)].map(([, id = ""]) => id),
  );

type Orders = {
  says: string[];
  cites: string[];
  calls: { name: string; arguments: Record<string, unknown> }[];
};

/** As many as the longest attack gives. */
const MOST = 3_000;

function ordersIn(prompt: string): Orders {
  const says = new Set<string>();
  const cites = new Set<string>();
  const calls = new Map<string, Orders["calls"][number]>();
  for (const reading of readingsOf(prompt)) {
    for (const [, text = ""] of reading.matchAll(/SAY\s?\[\[([\s\S]*?)\]\]/g)) {
      if (says.size < MOST) says.add(text);
    }
    for (const [, id = ""] of reading.matchAll(/CITE\[\[([^\]]*)\]\]/g)) cites.add(id);
    for (const [whole, name = "", given = ""] of reading.matchAll(
      /CALL\s?\[\[\s*([a-z0-9_]+)\s*(\{[\s\S]*?\})\s*\]\]/g,
    )) {
      const parsed = parse(given);
      if (parsed) calls.set(whole, { name, arguments: parsed });
    }
  }
  return { says: [...says], cites: [...cites], calls: [...calls.values()] };
}

function parse(json: string): Record<string, unknown> | null {
  try {
    return JSON.parse(json) as Record<string, unknown>; // an object by the pattern above
  } catch {
    return null;
  }
}

const rot13 = (text: string) =>
  text.replace(/[a-z]/gi, (letter) => {
    const base = letter <= "Z" ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
  });

/** Letters that look like Latin ones. */
const ALIKE: Record<string, string> = {
  Ѕ: "S",
  А: "A",
  У: "Y",
  Ү: "Y",
  Α: "A",
  Υ: "Y",
  С: "C",
  Ϲ: "C",
};

/** The prompt as a clever reader sees it. */
function readingsOf(prompt: string): string[] {
  const plain = unescaped(prompt);
  const seen = plain.replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, "");
  const alike = seen.normalize("NFKC").replace(/[ЅАУҮΑΥСϹ]/g, (letter) => ALIKE[letter] ?? letter);
  // Tags of Unicode: each hides a letter of ASCII.
  const tagged = plain
    .replace(/[^\u{e0020}-\u{e007e}]/gu, "")
    .replace(/./gu, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0xe0000));
  const encoded = seen.match(/[A-Za-z0-9+/]{16,}={0,2}/g) ?? [];
  const entities = seen.replace(/&#(\d+);/g, (_, code: string) =>
    String.fromCodePoint(Number(code)),
  );
  return [
    ...[plain, seen, alike, tagged, entities, rot13(seen), [...seen].reverse().join("")],
    ...encoded.map((token) => Buffer.from(token, "base64").toString("utf8")),
    ...(seen.match(/(?:[0-9a-f]{2}){8,}/gi) ?? []).map((token) =>
      Buffer.from(token, "hex").toString("utf8"),
    ),
    /%[0-9A-F]{2}/i.test(seen) ? percentDecoded(seen) : "",
  ];
}

const percentDecoded = (text: string): string =>
  text.replace(/(?:%[0-9A-F]{2})+/gi, (run) =>
    Buffer.from(run.replaceAll("%", ""), "hex").toString("utf8"),
  );

/** What stands in JSON in the prompt, some of it twice. */
function unescaped(text: string): string {
  let now = text;
  for (let round = 0; round < 2; round++) {
    now = now
      .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
      .replace(/\\n/g, "\n")
      .replace(/\\(["/\\])/g, "$1");
  }
  return now;
}

/** Of what it was shown, characters that it repeats. */
const REPEATED = 900;

function filled(text: string, { messages }: ChatRequest): string {
  const of = (...roles: string[]) =>
    messages
      .filter(({ role }) => roles.includes(role))
      .map(({ content }) => textOf(content))
      .join("\n");
  return text
    .replaceAll("FARHOST", "https://evil.example")
    .replaceAll("{{instructions}}", of("system", "developer").slice(0, REPEATED))
    .replaceAll("{{data}}", of("user").slice(0, REPEATED));
}
