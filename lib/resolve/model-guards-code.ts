const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/**
 * Ends of names in code, such as `JSON.parse` or `invoice.paid`, that are no ends of hosts (IANA's list
 * of 2026-05-16), so that no program makes a link of them.
 */
const ENDS = words(
  `stringify parse keys values entries length status timeout local merge promises paid created updated deleted cancelled
  failed succeeded url sdk settings config options items item type kind size index value text title body error message
  code count amount price currency number string boolean object array token user users username password admin role
  roles state label path port query params headers header request response result results list enabled disabled default
  version true false null undefined println printf format print write then catch finally filter reduce foreach push pop
  slice splice concat join split trim replace includes indexof find some every sort tostring tolowercase touppercase
  match exec assign freeze isarray random floor round ceil abs href pathname hostname firstname lastname createdat
  updatedat queryselector getelementbyid addeventlistener getitem setitem preventdefault argv warn debug
  hasownproperty props current children fetch expired completed charged refunded sent received opened closed started
  finished added removed changed properties`,
);
/** Names in code that look like hosts: what they begin and end with. */
const BEGINNINGS = words(
  `user customer account order ticket request response event config settings options this self window document console
  process array object string number math json date promise map set row record item items data payload body props state
  ctx context session message member contact`,
);
const HOSTLIKE_ENDS = words("name id email phone date map now total target");

const LABEL = /^[A-Za-z_$][\w$]*$/;
const MOST_LABELS = 5;
const DOTTED = /(?<![\w@/.:$-])[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*){1,4}(?![\w@/:$-])/g;

/** Names in code that the desk's own texts hold, although other such names could be pressed. */
export function codeIn(sources: readonly string[]): ReadonlySet<string> {
  const found = sources.flatMap((source) => source.match(DOTTED) ?? []);
  return new Set(
    found.filter((name) => {
      const labels = name.toLowerCase().split(".");
      return BEGINNINGS.has(labels[0] ?? "") && HOSTLIKE_ENDS.has(labels.at(-1) ?? "");
    }),
  );
}

/** True of a name in code; @param known of the desk's own texts, as they are written there */
export function isCode(name: string, known: ReadonlySet<string>): boolean {
  if (known.has(name)) return true;
  const labels = name.split(".");
  if (labels.length > MOST_LABELS || !labels.every((label) => LABEL.test(label))) return false;
  const end = labels.at(-1) ?? "";
  // A capital begins a sentence rather, before which the space is missing.
  if (!/^[a-z_$]/.test(end) || labels[0]?.toLowerCase() === "www") return false;
  return ENDS.has(end.toLowerCase());
}
