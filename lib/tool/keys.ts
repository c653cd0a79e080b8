/** Names of values that say who asks: a URL and a body are shown to whoever reads the ticket. */
const NAME =
  /^(?:x[-_])?(?:(?:api|access|auth|private|secret|client|app|application|subscription|service|user|bearer|session|refresh|id)[-_.]?)?(?:key|token|secret|password|passwd|pwd|pass|auth|authorization|credentials?|signature|sig|jwt|bearer)$/i;

export const namesKey = (name: string): boolean => NAME.test(name);

/** What vendors' own keys begin with, and codes that no name and no id looks like. */
const KNOWN =
  /^(?:(?:sk|pk|rk|ak|whsec|api|key|token|secret)[-_][A-Za-z0-9_-]{8,}|gh[oprsu]_\w{16,}|github_pat_\w{16,}|glpat-[\w-]{16,}|xox[a-z]-[\w-]{8,}|shp(?:at|ca|pa|ss)_\w{16,}|AKIA[A-Z0-9]{12,}|AIza[\w-]{20,}|ya29\.[\w-]{16,}|eyJ[\w-]{8,}\.[\w.-]+|SG\.[\w-]{16,}\.[\w-]+|(?:bot)?\d{6,}:[\w-]{20,}|[0-9a-f]{40,})$/i;
const OPAQUE = { characters: 20, among: /^[A-Za-z0-9_.~-]+$/ };
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** After a segment of such a name a shorter one is a key as well. */
const NAMED_LENGTH = 8;

/** True when a value can hardly be anything else than a key: it is known by its beginning, or by chance. */
export function looksLikeKey(value: string): boolean {
  if (UUID.test(value)) return false;
  if (KNOWN.test(value)) return /\d/.test(value) || value.length >= OPAQUE.characters;
  if (value.length < OPAQUE.characters || !OPAQUE.among.test(value)) return false;
  // Names are written in one case, or each word with one capital.
  return /\d/.test(value) && /[a-z]/.test(value) && /[A-Z]/.test(value);
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // no encoding: as it is
  }
};

/**
 * Keys in the path and in the query of a URL, or of its template, as they are written there.
 *
 * @param isFilled of a part: a value that is filled in, and no word of the URL itself
 */
export function keysIn(url: string, isFilled: (part: string) => boolean = () => false): string[] {
  const [path = "", query = ""] = url.replace(/^[a-z]+:\/\/[^/?#]*/i, "").split("?", 2);
  const segments = path.split("/");
  const inPath = segments.filter((part, at) => {
    if (part === "" || isFilled(part)) return false;
    const word = decoded(part);
    const named = namesKey(segments[at - 1] ?? "") && word.length >= NAMED_LENGTH;
    return looksLikeKey(word) || (named && /\d/.test(word));
  });
  const inQuery = query.split("&").flatMap((pair) => {
    const [name = "", value = ""] = pair.split("=", 2);
    if (value === "" || isFilled(value)) return [];
    return namesKey(decoded(name)) || looksLikeKey(decoded(value)) ? [value] : [];
  });
  return [...inPath, ...inQuery];
}

/** For people to read: tools that are older than the rule may hold a key in their address. */
export const withoutKeys = (url: string): string =>
  keysIn(url).reduce((shown, key) => shown.replaceAll(key, "[hidden]"), url);
