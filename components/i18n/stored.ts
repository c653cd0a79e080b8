/** How deep a stored sentence may hold another: a decision holds a guard's words, which hold a reason's. */
const MAX_DEPTH = 6;
/** Longer texts are no sentence of the desk's, and are not tried. */
const MAX_CHARS = 2000;
/** Sentences that are kept with their translation: more than a screen shows. */
const KEPT = 1000;

/** Holes that hold words of the desk; others hold names, titles and what people wrote. */
const SAID =
  /^(ago|because|channel|count|decided|from|how|numbers|order|place|priority|reason|span|state|status|to|value|what|when|which|who|why)$/;

/** "Refund request 0.82": a name with how likely it is. */
const SCORED = /^(.+) (0\.\d\d|1\.00)$/;

/** Joins what happened with why; no template holds it. */
const DOT = " · ";

type Words = Readonly<Record<string, string>>;
type Template = { pattern: RegExp; names: string[]; words: string; fixed: number };
type Say = (text: string) => string;

/**
 * Sentences are stored in English with their names and numbers filled in. This finds the template
 * that a sentence was made from and fills in its translation; what was filled in may be such a
 * sentence itself. One that nobody knows stays as it is.
 *
 * @param plain words that are said elsewhere, too: "Open"
 */
export function compileStored(words: Words, plain: Words = {}): Say {
  const stored = Object.entries(words).flatMap(([key, said]): [string, string][] => [
    [key, said],
    ...unstopped(key, said),
  ]);
  const whole = new Map(
    [...Object.entries(plain), ...stored].filter(([key]) => !key.includes("{{")),
  );
  const templates = stored
    .filter(([key]) => key.includes("{{"))
    .map(([key, said]) => templateOf(key, said))
    .sort((a, b) => b.fixed - a.fixed); // the one that says most itself is meant
  const say = (text: string, depth: number): string => {
    const known = whole.get(text);
    if (known !== undefined) return known;
    if (depth >= MAX_DEPTH || text.length > MAX_CHARS) return text;
    const deeper: Say = (part) => say(part, depth + 1);
    if (text.includes(DOT)) return text.split(DOT).map(deeper).join(DOT);
    return filled(templates, text, deeper) ?? inParts(text, deeper) ?? text;
  };
  const kept = new Map<string, string>();
  return (text) => {
    const said = kept.get(text) ?? say(text, 0);
    if (kept.size < KEPT) kept.set(text, said);
    return said;
  };
}

/** Behind a dot a sentence stands without its full stop. */
const unstopped = (key: string, said: string): [string, string][] =>
  key.endsWith(".") && said.endsWith(".") ? [[key.slice(0, -1), said.slice(0, -1)]] : [];

function filled(templates: readonly Template[], text: string, say: Say): string | null {
  for (const { pattern, names, words } of templates) {
    const found = pattern.exec(text);
    if (!found) continue;
    const values = new Map(names.map((name, at) => [name, heldBy(name, found[at + 1] ?? "", say)]));
    return words.replace(/\{\{(\w+)\}\}/g, (hole, name: string) => values.get(name) ?? hole);
  }
  return null;
}

function heldBy(name: string, held: string, say: Say): string {
  if (isNumber(name)) return held.replace(/^(−?\d+)\.(\d+)$/, "$1,$2"); // as German writes 0.93
  return SAID.test(name) ? say(held) : held;
}

/** Sentences put together: "a; b", "a (“quoted”)", and the same with a capital or a full stop. */
function inParts(text: string, say: Say): string | null {
  if (text.includes("; ")) return text.split("; ").map(say).join("; ");
  const [, before, quoted] = /^(.+) \(“(.+)”\)$/.exec(text) ?? [];
  if (before && quoted) return `${say(before)} („${quoted.replaceAll("”, “", "“, „")}“)`;
  const [, name, score] = SCORED.exec(text) ?? [];
  if (name && score) return `${say(name)} ${score.replace(".", ",")}`;
  const changed = (from: string, finish: (said: string) => string) => {
    const said = say(from);
    return said === from ? null : finish(said);
  };
  const first = text.charAt(0);
  return (
    (text.endsWith(".") ? changed(text.slice(0, -1), (said) => `${said}.`) : null) ??
    (first === first.toLowerCase()
      ? null
      : changed(
          first.toLowerCase() + text.slice(1),
          (said) => said.charAt(0).toUpperCase() + said.slice(1),
        )) ??
    afterColon(text, say)
  );
}

/** "urgent: everyone is blocked": each side by itself. */
function afterColon(text: string, say: Say): string | null {
  const at = text.indexOf(": ");
  if (at < 0) return null;
  const [head, rest] = [text.slice(0, at), text.slice(at + 2)];
  return `${say(head)}: ${say(rest)}`;
}

const isNumber = (name: string) => /^n\d*$/.test(name);

/** Numbers fill only holes of theirs; the others hold anything. */
function templateOf(key: string, words: string): Template {
  const names: string[] = [];
  const pieces = key.split(/\{\{(\w+)\}\}/);
  const source = pieces.map((piece, at) => {
    if (at % 2 === 0) return piece.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    names.push(piece);
    return isNumber(piece) ? "([−\\d.,]+)" : "(.+?)";
  });
  const fixed = pieces.reduce((sum, piece, at) => (at % 2 === 0 ? sum + piece.length : sum), 0);
  return { pattern: new RegExp(`^${source.join("")}$`, "s"), names, words, fixed };
}
