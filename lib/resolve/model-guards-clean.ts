import { bare, hostsOut } from "./model-guards-hosts";

/** A text without what must not leave, and what was taken out, in plain words. */
export type Cleaned = { text: string; removed: string[] };

const NONE: ReadonlySet<string> = new Set();

/** Changes of a text may bring forth another tag or link; more rounds than this are an attack. */
const ROUNDS = 6;

/**
 * Controls, zero-width and bidirectional signs, tags and selectors: people do not see them, and
 * machines read them. Joiners stay between letters of scripts that are written with them.
 */
const UNSEEN = /(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2028\u2029]/gu;
const JOINER =
  /(?<![\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Extended_Pictographic}])[\u200c\u200d]/gu;
/** Letters, digits and signs of full width: some programs read them as the plain ones. */
const WIDE = /[\uff03-\uff5a]/g;

const unseenOut = (text: string): string =>
  text
    .toWellFormed()
    .replace(UNSEEN, "")
    .replace(JOINER, "")
    .replace(/\uff1a(?=[/\uff0f])/g, ":")
    .replace(WIDE, (sign) =>
      /[\p{L}\p{N}\uff0e\uff0f\uff20]/u.test(sign) ? sign.normalize("NFKC") : sign,
    );

/** Tags and comments away, their words kept; an address between angle brackets stays. */
function tagsOut(text: string): { text: string; found: boolean } {
  if (!text.includes("<")) return { text, found: false };
  let kept = "";
  let at = 0;
  let found = false;
  const last = text.lastIndexOf(">");
  for (let open = text.indexOf("<"); open >= 0; open = text.indexOf("<", at)) {
    kept += text.slice(at, open);
    at = open + 1;
    if (!/[a-z!/?%]/i.test(text.charAt(at))) {
      kept += "<";
      continue;
    }
    found = true;
    if (open > last) continue; // never closed: without its bracket it is only words
    const end = text.indexOf(">", open);
    const inside = text.slice(at, end);
    if (/^(?:https?:\/\/|[^\s@]{1,64}@)[^\s]{1,2000}$/i.test(inside)) kept += inside;
    at = end + 1;
  }
  return { text: kept + text.slice(at), found };
}

const IMAGE = /!\[[^\]\n]{0,300}\](?:\([^)\n]{0,2000}\)|\[[^\]\n]{0,100}\])/g;
const NAMED = /\[([^\]\n]{0,300})\]\(([^)\n]{0,2000})\)/g;
/** Anything that programs follow when it is pressed: a scheme with or without slashes, or two slashes. */
const WITH_SCHEME =
  /(?<![\p{L}\p{N}])(?:[a-z][a-z0-9+.-]{1,20}:[/\\]{1,4}|(?:https?|ftps?|data|javascript|vbscript|file|blob|wss?|mailto|tel|sms|callto|skype|intent):(?=\S)|[/\\]{2}(?=[\p{L}\p{N}-]{1,63}\.))[^\s<>"'`]{0,2000}/giu;
function hostOf(link: string): string | null {
  const whole = /^[a-z][a-z0-9+.-]{1,20}:/i.test(link)
    ? link
    : `https:${/^[/\\]{2}/.test(link) ? "" : "//"}${link}`;
  if (!URL.canParse(whole)) return null;
  const url = new URL(whole);
  if (url.protocol !== "https:" && url.protocol !== "http:") return null;
  return url.username || url.password ? null : url.host;
}

/** Beyond its beginning: what some programs read as another address, or as the end of this one. */
const SECOND =
  /[^\x21-\x7e]|\\|:\/|(?:https?|javascript|data):|[,;|(){}[\]]+(?:[a-z0-9-]+\.)+[a-z]{2,}/i;

/** It leads to one of the hosts, whoever reads it. */
function leadsTo(link: string, hosts: ReadonlySet<string>): boolean {
  const host = hostOf(link);
  const rest = link.replace(/^https?:\/\//i, "");
  return host !== null && hosts.has(host) && !SECOND.test(rest);
}

type Allowed = { hosts: ReadonlySet<string>; code: ReadonlySet<string> };

function linksOut(text: string, { hosts, code }: Allowed): Cleaned {
  const removed: string[] = [];
  const allowed = (link: string): boolean => {
    if (leadsTo(link, hosts)) return true;
    removed.push(`a link to ${hostOf(link) ?? (link.slice(0, 40) || "nowhere")}`);
    return false;
  };
  const outUnless = (link: string): string => {
    const core = bare(link);
    return core === "" || allowed(core) ? link : link.slice(core.length);
  };
  const named = text
    .replace(IMAGE, () => {
      removed.push("an image");
      return "";
    })
    .replace(NAMED, (whole, words: string, inside: string) => {
      const [link = ""] = inside.replace(/[<>]/g, " ").trim().split(/\s/, 1);
      return allowed(link) ? whole : words;
    })
    // The beginning of an image whose end stands in another sentence.
    .replace(/!+(?=\[)/g, "");
  const out = (part: string) => hostsOut(part, outUnless, (link) => leadsTo(link, hosts), code);
  let kept = "";
  let at = 0;
  // A link that may stay is not looked at again: its path may hold what looks like a host.
  for (const match of named.matchAll(WITH_SCHEME)) {
    kept += out(named.slice(at, match.index)) + outUnless(match[0]);
    at = match.index + match[0].length;
  }
  return { text: kept + out(named.slice(at)), removed };
}

/**
 * Takes out of a text what a customer must not get, whoever wanted it there: signs that nobody sees,
 * tags, images, and links that lead anywhere but to the desk's own hosts.
 *
 * @param hosts that links may lead to, lower case, with the port where it is not the scheme's own
 * @param code names in code that the desk's own texts hold, as `codeIn` finds them
 */
export function clean(
  text: string,
  hosts: ReadonlySet<string>,
  code: ReadonlySet<string> = NONE,
): Cleaned {
  const removed = new Set<string>();
  let now = unseenOut(text);
  if (now !== text.toWellFormed()) removed.add("signs that nobody sees");
  for (let round = 0; round < ROUNDS; round++) {
    const tags = tagsOut(now);
    if (tags.found) removed.add("HTML");
    const links = linksOut(tags.text, { hosts, code });
    for (const what of links.removed) removed.add(what);
    if (links.text === now) return { text: now, removed: [...removed] };
    now = links.text;
  }
  removed.add("markup that never ends");
  return { text: now.replace(/[<>]|[:/\\]{2,}|!\[|\]\(/g, " "), removed: [...removed] };
}
