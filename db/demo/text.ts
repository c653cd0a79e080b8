/** Text helpers of the demo desk: unwrapping, sentences, slots and choices. */

const OWN_LINE = /^(?:- |\d+\. |#+ )/;

/** Joins lines that were only wrapped for the editor; keeps headings, list items and paragraphs. */
export function prose(wrapped: string): string {
  const paragraphs = wrapped.trim().split(/\n\s*\n/);
  return paragraphs.map(unwrap).join("\n\n");
}

function unwrap(paragraph: string): string {
  const lines: string[] = [];
  for (const raw of paragraph.split("\n")) {
    const line = raw.trim();
    const last = lines.at(-1);
    if (last === undefined || OWN_LINE.test(line)) lines.push(line);
    else lines[lines.length - 1] = `${last} ${line}`;
  }
  return lines.join("\n");
}

/** The sentences of a Markdown body, without list and heading marks; each occurs in it verbatim. */
function sentences(body: string): string[] {
  return body
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .flatMap((line) => line.replace(OWN_LINE, "").split(/(?<=[.!?])\s+(?=[A-Z"`])/));
}

/** The one sentence that begins like this; throws when there is none or more than one. */
export function sentenceStarting(body: string, beginning: string): string {
  const found = sentences(body).filter((sentence) => sentence.startsWith(beginning));
  const [only] = found;
  if (only === undefined || found.length > 1) {
    throw new Error(`${found.length} sentences begin with "${beginning}", expected one.`);
  }
  return only;
}

/**
 * Resolves `{slot}` from `slots`, then `{one|other}` by `turn`: the n-th use of a text takes the
 * n-th wording. Throws on an unknown slot.
 */
export function fill(text: string, slots: Readonly<Record<string, string>>, turn: number): string {
  const filled = text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = slots[name];
    if (value === undefined) throw new Error(`Unknown slot {${name}}.`);
    return value;
  });
  return choose(filled, turn);
}

/** Innermost choices first, so that a choice may stand within another. */
function choose(text: string, turn: number): string {
  const chosen = text.replace(/\{([^{}]*\|[^{}]*)\}/g, (_, choices: string) => {
    const options = choices.split("|");
    return options[turn % options.length] ?? "";
  });
  return chosen === text ? text : choose(chosen, turn);
}
