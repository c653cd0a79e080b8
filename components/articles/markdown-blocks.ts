export type Block =
  | { type: "heading"; level: number; text: string }
  | { type: "paragraph"; text: string }
  | { type: "list"; ordered: boolean; items: string[] }
  | { type: "code"; text: string };

export type Span = { type: "text" | "strong" | "em" | "code"; text: string } | Link;
type Link = { type: "link"; text: string; href: string };

const FENCE = /^\s{0,3}(?:```|~~~)/;
const HEADING = /^(#{1,6})\s+(.{1,300}?)\s*#*$/;
const ITEM = /^\s{0,8}(?:([-*+])|\d{1,3}[.)])\s+(.+)$/;

/** The blocks of Markdown that articles use; anything else reads as a paragraph. */
export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  let code: string[] | null = null;
  for (const line of markdown.replace(/\r\n?/g, "\n").split("\n")) {
    if (FENCE.test(line)) {
      if (code) blocks.push({ type: "code", text: code.join("\n") });
      code = code ? null : [];
      continue;
    }
    if (code) code.push(line);
    else addLine(blocks, line);
  }
  if (code) blocks.push({ type: "code", text: code.join("\n") });
  return blocks.filter((block) => block.type !== "paragraph" || block.text !== "");
}

function addLine(blocks: Block[], line: string): void {
  const heading = HEADING.exec(line);
  const item = ITEM.exec(line);
  const last = blocks.at(-1);
  if (heading) {
    blocks.push({ type: "heading", level: heading[1]?.length ?? 1, text: heading[2] ?? "" });
  } else if (item) {
    const ordered = item[1] === undefined;
    if (last?.type === "list" && last.ordered === ordered) last.items.push(item[2] ?? "");
    else blocks.push({ type: "list", ordered, items: [item[2] ?? ""] });
  } else if (line.trim() === "") {
    blocks.push({ type: "paragraph", text: "" });
  } else if (last?.type === "paragraph" && last.text !== "") {
    last.text += ` ${line.trim()}`;
  } else {
    blocks.push({ type: "paragraph", text: line.trim() });
  }
}

const SPAN =
  /\*\*([^*\n]{1,500})\*\*|`([^`\n]{1,500})`|\[([^\]\n]{1,300})\]\((https?:\/\/[^\s)]{1,500})\)|(?<![\p{L}\p{N}*])[*_]([^*_\n]{1,500})[*_](?![\p{L}\p{N}*])/gu;

/** Emphasis, code and web links of one block. Links to anything but the web stay plain text. */
export function spansOf(text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const match of text.matchAll(SPAN)) {
    const [whole, strong, code, label, href, em] = match;
    if (match.index > from) spans.push({ type: "text", text: text.slice(from, match.index) });
    if (strong) spans.push({ type: "strong", text: strong });
    else if (code) spans.push({ type: "code", text: code });
    else if (label && href) spans.push({ type: "link", text: label, href });
    else if (em) spans.push({ type: "em", text: em });
    from = match.index + whole.length;
  }
  if (from < text.length) spans.push({ type: "text", text: text.slice(from) });
  return spans;
}
