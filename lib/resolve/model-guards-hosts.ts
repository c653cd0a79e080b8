import { isCode } from "./model-guards-code";

/** Takes a link out, or lets it stay. */
type Judge = (link: string) => string;

const BARE =
  /(?<![\p{L}\p{N}]|[\p{L}\p{N}._%+'-]@(?:[\p{L}\p{N}-]{1,63}\.){0,8})(?:[\p{L}\p{N}][\p{L}\p{N}-]{0,62}[.\u3002\uff61]){1,8}(?:xn--[a-z0-9-]{2,59}|\p{L}{2,24})(?![\p{L}\p{N}]|[\p{L}\p{N}._%+'-]{0,64}@[\p{L}\p{N}])(?::\d{1,5})?(?:[/?#][^\s<>"'`]{0,2000})?/giu;
const BY_NUMBER = /(?<![\p{N}.])\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5}|\/)[^\s<>"'`]{0,2000}/gu;

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Ends of names of files. Those that are ends of hosts as well (zip, sh, md) are not among them. */
const FILE_ENDS = words(
  "csv tsv txt pdf doc docx odt rtf xls xlsx xlsm ods ppt pptx odp png jpg jpeg gif svg webp bmp tif tiff heic ico wav ogg webm avi mkv json jsonl xml xsd xsl yaml yml toml ini cfg conf env log html htm xhtml css scss js mjs cjs jsx ts tsx vue php asp aspx jsp java class jar cpp sql sqlite db bak tmp exe msi dmg pkg deb rpm apk ipa iso img gz tar tgz rar eml msg ics vcf pem crt cer csr key pfx ttf otf woff epub parquet ipynb lock plist dll bat",
);
/** Ends of versions, after numbers alone. */
const VERSION_ENDS = words("alpha beta rc final lts stable post pre snapshot");
/** Names of things, not of hosts. */
const THINGS = words("asp.net ado.net vb.net socket.io readme.md");
/** What stands before a word without a space, and is no host. */
const SHORT = /^(?:e\.g|i\.e|z\.b|d\.h|u\.a|p\.ex|p\.m|a\.m|b\.v|n\.b)\.\p{L}+$/iu;
/** Ends of hosts that a sentence may begin with, and that stay hosts when they begin with a capital. */
const CAPITAL_ENDS = words(
  "com net org info biz io co ai app dev me tv cc ly gl gg us uk eu icu vip top xyz site online shop store club live link click zip mov win loan work support help page pro space tech website world cloud digital email finance bank money cash pay icu buzz fun lol rest cam cyou sbs cfd monster quest bond today life news media agency network systems services solutions company group center team zone city guru wiki blog host press mobi name asia example test invalid рф рус ком онлайн сайт укр бел",
);
/** Ends of hosts in scripts that write no space after a sentence. */
const WIDE_ENDS = words(
  "中国 中國 公司 网络 網路 网址 网站 商城 商店 集团 香港 台湾 台灣 みんな コム 닷컴 한국",
);
const WIDE_DOT = /[\u3002\uff61]/;

/** What ends a sentence is no part of a link. */
export const bare = (link: string): string => link.replace(/[.,;:!?)\]}»”]{1,8}$/u, "");

/**
 * Hosts without a scheme. Mail programs make links of them, by lists of ends that grow: so every
 * name with dots is taken for one, unless it is a file's, a version's or a known thing's.
 *
 * @param allowed of a link: it may stay
 * @param code names in code that are no hosts
 */
export function hostsOut(
  text: string,
  outUnless: Judge,
  allowed: (link: string) => boolean,
  code: ReadonlySet<string>,
): string {
  const judged = (link: string): string => {
    if (WIDE_DOT.test(link)) return wide(link);
    const name = bare(link);
    const [host = ""] = name.split(/[:/?#]/);
    if (host === name && (isNone(name.toLowerCase()) || isCode(name, code))) return link;
    return host === name && isTwoSentences(name) && !allowed(name)
      ? link.replaceAll(".", ". ")
      : outUnless(link);
  };
  /** The dot of Chinese and Japanese sentences, which browsers read as one of a host. */
  const wide = (link: string): string => {
    const [host = ""] = link.split(/[:/?#]/);
    const ends = host.split(WIDE_DOT).slice(1);
    const isHost =
      /[a-z0-9-][\u3002\uff61](?:[a-z]{2,24}|xn--[a-z0-9-]+)(?![\p{L}\p{N}-])/iu.test(host) ||
      ends.some((end) => WIDE_ENDS.has(end));
    if (isHost) return outUnless(link);
    return link.replace(/[^\u3002\uff61]+/g, (part) => part.replace(BARE, judged));
  };
  return text.replace(BY_NUMBER, outUnless).replace(BARE, judged);
}

function isNone(name: string): boolean {
  if (name.startsWith("www.")) return false;
  const at = name.lastIndexOf(".");
  const [before, end] = [name.slice(0, at), name.slice(at + 1)];
  if (FILE_ENDS.has(end) || THINGS.has(name) || SHORT.test(name)) return true;
  return VERSION_ENDS.has(end) && /^v?\d+(?:\.\d+)*$/.test(before);
}

/** "Then" in "done.Then": the space is missing, and nothing makes a link of both with it. */
function isTwoSentences(name: string): boolean {
  const later = name.split(".").slice(1);
  return later.every(
    (word) => /^\p{Lu}\p{Ll}+$/u.test(word) && !CAPITAL_ENDS.has(word.toLowerCase()),
  );
}
