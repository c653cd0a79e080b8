export type NewPassage = { title: string; text: string };

/** A passage is read and cited as a whole: at most this many sentences. */
const MAX_SENTENCES = 4;
/** A sentence without an end (a pasted table, a log) is cut at a space. Characters. */
const MAX_SENTENCE = 600;

const HEADING = /^#{1,6}\s+(.{1,300})$/;
const ITEM = /^\s{0,8}(?:[-*+]|\d{1,3}[.)])\s+(.+)$/;
const FENCE = /^\s{0,3}(?:```|~~~)/;

/** Splits Markdown into passages of 1–4 sentences, along headings, paragraphs and lists. */
export function splitPassages(title: string, markdown: string): NewPassage[] {
  return sections(markdown).flatMap(({ heading, blocks }) => {
    const named = heading ? `${title}: ${heading}` : title;
    return groups(blocks.map(sentencesOf)).map((text) => ({ title: named, text }));
  });
}

type Section = { heading: string; blocks: string[][] };

/** Sections by heading; a block is a paragraph, or a list with an entry for each item. */
function sections(markdown: string): Section[] {
  let section: Section = { heading: "", blocks: [] };
  const all = [section];
  let block: string[] = [];
  let listed = false;
  const endBlock = () => {
    if (block.length > 0) section.blocks.push(block);
    block = [];
    listed = false;
  };
  for (const line of markdown.replace(/\r\n?/g, "\n").split("\n")) {
    const heading = line.length < 400 ? HEADING.exec(line)?.[1] : undefined;
    const item = ITEM.exec(line)?.[1];
    if (heading) {
      endBlock();
      section = { heading: plain(heading), blocks: [] };
      all.push(section);
    } else if (FENCE.test(line) || line.trim() === "") {
      endBlock();
    } else if (item) {
      if (!listed) endBlock();
      listed = true;
      block.push(item);
    } else {
      const last = block.length - 1;
      if (last < 0) block.push(line.trim());
      else block[last] += ` ${line.trim()}`;
    }
  }
  endBlock();
  return all;
}

/** Markup away, words kept: what a customer reads in a plain-text mail. */
function plain(text: string): string {
  return text
    .replace(/!?\[([^\]\n]{0,300})\]\([^)\n]{0,500}\)/g, "$1")
    .replace(/\*\*|__|`|(?<![\p{L}\p{N}])[*_](?=\S)|(?<=\S)[*_](?![\p{L}\p{N}])/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** The segmenter slows down on very long texts; longer ones are read in pieces. Characters. */
const READ_AT_ONCE = 5000;

/** Sentences of a text, trimmed, none longer than `MAX_SENTENCE`. */
export function splitSentences(text: string): string[] {
  return pieces(text, READ_AT_ONCE)
    .flatMap((piece) => [...segmenter.segment(piece)])
    .flatMap(({ segment }) => pieces(segment.trim(), MAX_SENTENCE))
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

/** Cuts a text at spaces where it is longer than `most`, else anywhere. */
function pieces(text: string, most: number): string[] {
  const found: string[] = [];
  let rest = text;
  while (rest.length > most) {
    const space = rest.lastIndexOf(" ", most);
    const at = space > 0 ? space : most;
    found.push(rest.slice(0, at).trim());
    rest = rest.slice(at).trim();
  }
  return rest === "" ? found : [...found, rest];
}

function sentencesOf(block: string[]): string[] {
  return block.flatMap((entry) => splitSentences(plain(entry)));
}

/** Fills passages up to four sentences; breaks at a new block once there is something to say. */
function groups(blocks: string[][]): string[] {
  const passages: string[] = [];
  let open: string[] = [];
  const close = () => {
    if (open.length > 0) passages.push(open.join(" "));
    open = [];
  };
  for (const sentences of blocks) {
    // A lead-in ("To export:") stays with what follows it.
    if (open.length >= 2 || open.length + sentences.length > MAX_SENTENCES) {
      if (!(open.length === 1 && open[0]?.endsWith(":"))) close();
    }
    const rooms = Math.ceil((open.length + sentences.length) / MAX_SENTENCES);
    const size = Math.ceil((open.length + sentences.length) / rooms);
    for (const sentence of sentences) {
      if (open.length >= size) close();
      open.push(sentence);
    }
  }
  close();
  return passages;
}
