/** One entry of a block: what a model may read, and cite by its id where it has one. */
export type Entry = Record<string, unknown>;

export type Block = {
  name:
    | "question"
    | "tried"
    | "account"
    | "passages"
    | "answers"
    | "thread"
    | "page"
    | "tools_used"
    | "earlier_tickets"
    | "examples";
  /** Of the thread the oldest first, of everything else the worthiest. */
  entries: readonly Entry[];
};

/** Blocks from which entries are left out where there is no room, in this order. */
const LEAST_FIRST: readonly Block["name"][] = [
  "examples",
  "earlier_tickets",
  "tools_used",
  "page",
  "thread",
  "answers",
  "account",
  "passages",
];

/** A question that alone would fill the window is cut to this share of it. */
const QUESTION_SHARE = 0.5;
/** Characters of a token, at least: enough for languages of long words and for JSON. */
const CHARACTERS = 3;

type Kept = { name: Block["name"]; entries: Entry[] };

/**
 * The data of a request as delimited blocks. Texts can't end a block: the boundary is new for each
 * request, and no angle bracket of a text is left as it is.
 *
 * @param boundary random, and never told to anybody
 * @param budget most tokens of the whole
 * @param tokensOf an estimate that is rather too high
 */
export function layOut(
  blocks: readonly Block[],
  boundary: string,
  budget: number,
  tokensOf: (text: string) => number,
): string {
  const kept: Kept[] = blocks.map(({ name, entries }) => ({ name, entries: [...entries] }));
  let size = sizeOf(kept, boundary, tokensOf);
  for (const name of LEAST_FIRST) {
    const block = kept.find((one) => one.name === name);
    while (block && block.entries.length > 0 && size > budget) {
      const out = name === "thread" ? block.entries.shift() : block.entries.pop();
      size -= tokensOf(written(out));
    }
  }
  if (size > budget) cutQuestion(kept, Math.floor(budget * QUESTION_SHARE * CHARACTERS));
  return kept
    .filter(({ entries }) => entries.length > 0)
    .map((block) => blockText(block, boundary))
    .join("\n\n");
}

const sizeOf = (blocks: readonly Block[], boundary: string, tokensOf: (text: string) => number) =>
  blocks.reduce(
    (sum, { name, entries }) =>
      sum +
      tokensOf(blockText({ name, entries: [] }, boundary)) +
      entries.reduce((all, entry) => all + tokensOf(written(entry)), 0),
    0,
  );

/** The end of a long question is mostly what was pasted below it. */
function cutQuestion(blocks: Kept[], most: number): void {
  const question = blocks.find(({ name }) => name === "question");
  if (!question) return;
  const each = Math.floor(most / Math.max(1, question.entries.length));
  question.entries = question.entries.map((entry) => ({
    ...entry,
    ...(typeof entry.text === "string" && { text: entry.text.slice(0, each) }),
  }));
}

function blockText({ name, entries }: Block, boundary: string): string {
  const end = `boundary="${boundary}"`;
  const body = entries.map(written).join(",\n");
  return `<${name} ${end}>\n[${body}]\n</${name} ${end}>`;
}

/** JSON in which no bracket of a tag is left, nor what some readers take for the end of a line. */
const written = (entry: unknown): string =>
  (JSON.stringify(entry) ?? "null").replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
