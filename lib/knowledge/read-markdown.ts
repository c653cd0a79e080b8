import type { ArticleInput } from "./model";

const FRONT_MATTER = /^---[ \t]*\n([\s\S]{0,5000}?)\n---[ \t]*(?:\n|$)/;
/** Characters of a first line that may be a heading; the pattern is quadratic in them. */
const HEADING_LENGTH = 400;
const HEADING = /^#[ \t]+(\S.{0,299}?)[ \t]*#*[ \t]*$/;

type Read = Pick<ArticleInput, "title" | "body" | "category" | "tags"> & { slug: string };

/**
 * An article from a Markdown file: its title is the front matter's, else the first heading, else
 * the file's name, which also gives the slug. Of front matter `title`, `category` and `tags` count.
 *
 * @param path as the browser tells it, with folders
 */
export function readMarkdown(path: string, text: string): Read {
  const whole = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const head = FRONT_MATTER.exec(whole);
  const fields = new Map(
    (head?.[1] ?? "").split("\n").flatMap((line): [string, string][] => {
      const [, name, value] = /^([a-z_]+):\s*(.*)$/i.exec(line) ?? [];
      return name
        ? [[name.toLowerCase(), (value ?? "").trim().replace(/^(["'])(.*)\1$/, "$2")]]
        : [];
    }),
  );
  const rest = head ? whole.slice(head[0].length) : whole;
  const [line = ""] = rest.trimStart().split("\n", 1);
  const heading = line.length <= HEADING_LENGTH ? HEADING.exec(line) : null;
  const name =
    path
      .split("/")
      .at(-1)
      ?.replace(/\.(?:md|markdown|txt)$/i, "") ?? "";
  const words = name.replace(/[-_]+/g, " ").trim();
  const body = heading ? rest.trimStart().slice(line.length) : rest;
  return {
    slug: slugOf(name),
    title: (fields.get("title") || heading?.[1] || words).slice(0, 200),
    body: body.trim(),
    category: fields.get("category") || null,
    tags: (fields.get("tags") ?? "")
      .replace(/^\[|\]$/g, "")
      .split(",")
      .map((tag) => tag.trim().replace(/^(["'])(.*)\1$/, "$2"))
      .filter(Boolean),
  };
}

/** "Set up SAML" → `set-up-saml`; empty without Latin letters or digits. */
export function slugOf(title: string): string {
  return title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 80)
    .replace(/^-|-$/g, "");
}
