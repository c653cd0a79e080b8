/** What somebody writes: its words, and the same with formatting where there is any. */
export type Words = { text: string; html: string | null };

export const NO_WORDS: Words = { text: "", html: null };

export const isBlank = ({ text }: Words): boolean => text.trim() === "";

const escaped = (text: string) =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

/** Plain text as paragraphs; everything in it is text. */
export function htmlOfText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .split(/\n{2,}/)
    .map((part) => `<p>${escaped(part).replaceAll("\n", "<br>")}</p>`)
    .join("");
}

/** As HTML, whichever way they were written. */
export const htmlOf = ({ text, html }: Words): string => html ?? htmlOfText(text);

/** One below the other. */
export function joined(first: Words, second: Words): Words {
  if (isBlank(first)) return second;
  if (isBlank(second)) return first;
  const text = `${first.text.trimEnd()}\n\n${second.text}`;
  const formatted = first.html !== null || second.html !== null;
  return { text, html: formatted ? htmlOf(first) + htmlOf(second) : null };
}

/** Words of a source, marked as such. */
export function quoted(text: string, source: string): Words {
  const lines = text.split("\n").map((line) => `> ${line}`);
  return {
    text: `${lines.join("\n")}\n\n(${source})`,
    html: `<blockquote>${htmlOfText(text)}</blockquote><p><em>${escaped(source)}</em></p>`,
  };
}

/** People who are called in a note, by id. */
export function mentionsIn(html: string | null): string[] {
  const found = (html ?? "").matchAll(/data-mention="([\w-]{1,64})"/g);
  return [...new Set([...found].map(([, id = ""]) => id))];
}
