export type TextBlock = {
  kind: "text" | "code" | "quote" | "signature";
  text: string;
};

const FENCE = /^\s{0,3}```[\w+-]{0,20}\s*$/;
const QUOTED = /^\s{0,3}>/;
/** "On Tuesday Ada wrote:" in the languages of mail programs. Short, so that no sentence is taken for it. */
const INTRO =
  /^(?:On|Am|Le|El|Il|Op|Em) .{4,200}(?:wrote|schrieb.{0,60}|a écrit|escribió|ha scritto|schreef.{0,60}|escreveu)\s*:\s*$/u;
const ORIGINAL =
  /^-{2,}\s*(?:Original Message|Ursprüngliche Nachricht|Message d'origine|Forwarded message)\s*-{2,}$/iu;
/** RFC 3676: two hyphens and a space. Many programs lose the space. */
const SIGNATURE = /^-- ?$/;

/**
 * A message in the parts that a reader tells apart: what was said, code between fences, what is only
 * repeated from earlier mails, and the signature. Line by line, so that no text takes long.
 */
export function textBlocks(text: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  let open: { kind: TextBlock["kind"]; lines: string[] } = { kind: "text", lines: [] };
  const close = (kind: TextBlock["kind"]) => {
    const words = open.lines.join("\n").replace(/^\n+|\s+$/g, "");
    if (words !== "") blocks.push({ kind: open.kind, text: words });
    open = { kind, lines: [] };
  };
  const lines = text.split("\n");
  let fenced = false;
  for (const [at, line] of lines.entries()) {
    if (fenced) {
      fenced = !FENCE.test(line);
      if (fenced) open.lines.push(line);
      else close("text");
    } else if (FENCE.test(line) && closes(lines, at)) {
      close("code");
      fenced = true;
    } else {
      const kind = kindOf(line, open.kind, lines[at + 1]);
      if (kind !== open.kind) close(kind);
      open.lines.push(line);
    }
  }
  close("text");
  return onlyRepeated(blocks) ? [{ kind: "text", text }] : blocks;
}

/** Longest code between fences, lines. */
const CODE_LINES = 2_000;

const closes = (lines: readonly string[], at: number): boolean =>
  lines.slice(at + 1, at + CODE_LINES).some((line) => FENCE.test(line));

function kindOf(
  line: string,
  before: TextBlock["kind"],
  next: string | undefined,
): TextBlock["kind"] {
  if (before === "signature") return "signature"; // to the end
  if (SIGNATURE.test(line)) return "signature";
  if (ORIGINAL.test(line)) return "quote";
  if (QUOTED.test(line)) return "quote";
  if (INTRO.test(line) && (next === undefined || next.trim() === "" || QUOTED.test(next))) {
    return "quote";
  }
  // An empty line within a quote belongs to it.
  if (before === "quote" && line.trim() === "" && QUOTED.test(next ?? "")) return "quote";
  if (before === "quote" && line.trim() === "") return "quote";
  return before === "quote" || before === "text" ? "text" : before;
}

/** Nothing is hidden where hiding would leave nothing. */
const onlyRepeated = (blocks: readonly TextBlock[]): boolean =>
  blocks.every(({ kind }) => kind === "quote" || kind === "signature");

type InlinePiece = { text: string; code: boolean };

/** Words and the code between single backticks. */
export function inlineCode(text: string): InlinePiece[] {
  const pieces: InlinePiece[] = [];
  let from = 0;
  for (const match of text.matchAll(/`([^`\n]{1,400})`/g)) {
    if (match.index > from) pieces.push({ text: text.slice(from, match.index), code: false });
    pieces.push({ text: match[1] ?? "", code: true });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), code: false });
  return pieces;
}
