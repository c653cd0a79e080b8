import { type FormatCallback, htmlToText } from "html-to-text";
import sanitizeHtml from "sanitize-html";

/** Longest HTML that is looked at, characters: formatting makes a text a little longer. */
export const HTML_MAX = 200_000;
/** Deeper than anybody writes by hand; cleaning costs more the deeper it goes. */
const DEPTH = 12;
const URL_MAX = 2048;
/** A tag that is not allowed: what becomes it is taken away, and its words stay. */
const NOTHING = { tagName: "nothing", attribs: {} };
const LINK = { rel: "noopener noreferrer nofollow", target: "_blank" };

const RULES: sanitizeHtml.IOptions = {
  allowedTags: "p br strong em code pre ul ol li blockquote a span".split(" "),
  allowedAttributes: { a: ["href"], ol: ["start"], span: ["data-mention"] },
  allowedSchemes: ["http", "https", "mailto"],
  allowProtocolRelative: false,
  nestingLimit: DEPTH,
  transformTags: {
    b: "strong",
    i: "em",
    div: "p",
    a: (_, { href = "" }) => (isLink(href) ? { tagName: "a", attribs: { href } } : NOTHING),
    span: (_, attribs) => {
      const id = attribs["data-mention"] ?? "";
      return /^[\w-]{1,64}$/.test(id)
        ? { tagName: "span", attribs: { "data-mention": id } }
        : NOTHING;
    },
  },
};

/** A full address of the web or of mail, that leads where it says. */
function isLink(href: string): boolean {
  const url = href.length <= URL_MAX && URL.canParse(href) ? new URL(href) : null;
  if (url === null || url.username !== "" || url.password !== "") return false;
  return ["http:", "https:", "mailto:"].includes(url.protocol);
}

/** Simple HTML: paragraphs, emphasis, code, lists, quotes and links. Everything else is taken away. */
export function cleanHtml(html: string): string {
  return sanitizeHtml(html.toWellFormed(), RULES);
}

/** The same for a page: links open elsewhere and tell nobody where they were pressed. */
export function shownHtml(html: string): string {
  return sanitizeHtml(html.toWellFormed(), {
    ...RULES,
    allowedAttributes: { ...RULES.allowedAttributes, a: ["href", "rel", "target"] },
    transformTags: {
      ...RULES.transformTags,
      a: (_, { href = "" }) =>
        isLink(href) ? { tagName: "a", attribs: { href, ...LINK } } : NOTHING,
    },
  });
}

/** True when clean HTML says more than its text does: more than paragraphs and line breaks. */
export function isFormatted(clean: string): boolean {
  return /<(?!\/?(?:p|br)\b)/.test(clean);
}

/** Inline code between backticks, as people write it in plain text. */
const code: FormatCallback = (elem, walk, builder) => {
  builder.addInline("`");
  walk(elem.children, builder);
  builder.addInline("`");
};

const pre: FormatCallback = (elem, walk, builder) => {
  builder.openBlock({ isPre: true, leadingLineBreaks: 2 });
  builder.addInline("```\n");
  builder.pushWordTransform((word) => word);
  walk(
    elem.children.flatMap((child) => (child.name === "code" ? child.children : child)),
    builder,
  );
  builder.popWordTransform();
  builder.addInline("\n```");
  builder.closeBlock({ trailingLineBreaks: 2 });
};

/** The words of clean HTML as plain text; the addresses of links stand behind their words. */
export function textOfHtml(clean: string): string {
  return htmlToText(clean, {
    wordwrap: false,
    limits: { maxDepth: DEPTH * 2, maxInputLength: HTML_MAX },
    formatters: { code, codeBlock: pre },
    selectors: [
      { selector: "code", format: "code" },
      { selector: "pre", format: "codeBlock" },
      { selector: "ul", options: { itemPrefix: "- " } },
      {
        selector: "li > p",
        format: "paragraph",
        options: { leadingLineBreaks: 1, trailingLineBreaks: 1 },
      },
      { selector: "a", options: { linkBrackets: ["(", ")"], hideLinkHrefIfSameAsText: true } },
    ],
  }).trim();
}
