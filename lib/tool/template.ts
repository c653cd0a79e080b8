import { keysIn, looksLikeKey, namesKey } from "./keys";
import { BOUND_VALUES, type FilledRequest } from "./model";
import type { Values } from "./parameters";
import { lacksOwner, mayStandBeside, namesNobody, PLACEHOLDER, wholeOf } from "./template-bound";

type Template = Pick<FilledRequest, "method" | "url"> & { body: string };

/** What may stand in the place of a placeholder; null: this customer has none. */
export type Filling = Readonly<Record<string, string | number | boolean | null>>;

export class TemplateError extends Error {
  override readonly name = "TemplateError";
  constructor(
    readonly field: "url" | "body",
    message: string,
  ) {
    super(message);
  }
}

/** Stands for a value while the shape of a URL is looked at; no URL holds it by chance. */
const MARK = "deskhandvalue7f3a";

/**
 * Checks a template: placeholders that code or the model can fill, in places where they change
 * nothing but a value: a segment of the path, a value of the query, a string of the body.
 *
 * @param names what the model gives
 * @returns the host that it calls, with its port where that is not the scheme's own
 * @throws {TemplateError}
 */
export function checkTemplate(template: Template, names: readonly string[]): string {
  const known = new Set<string>([...BOUND_VALUES, ...names]);
  for (const field of ["url", "body"] as const) {
    const unknown = [...template[field].matchAll(PLACEHOLDER)].find(
      ([, at = ""]) => !known.has(at),
    );
    if (unknown) throw new TemplateError(field, `nobody can fill in ${unknown[0]}`);
  }
  const url = shapeOf(template.url);
  refuseKeys(template.url, url, template.body === "" ? null : bodyOf(template.body));
  refuseUnbound(template);
  if (template.body !== "" && (template.method === "GET" || template.method === "DELETE")) {
    throw new TemplateError("body", `a ${template.method} has no body`);
  }
  return url.host;
}

function refuseUnbound({ url, body }: Template): void {
  if (!namesNobody(url, body)) return;
  throw new TemplateError(
    "url",
    "must say whose data it is: with values of the model, the URL or the body needs {customer.…} or {account.…}",
  );
}

/** Whoever reads the ticket sees URL and body. The message repeats no key. */
function refuseKeys(template: string, url: URL, body: unknown): void {
  const inQuery = [...url.searchParams].find(([name, value]) => namesKey(name) && value !== MARK);
  if (inQuery) throw new TemplateError("url", `must not hold ${inQuery[0]}: use a header for it`);
  if (keysIn(template, (part) => part.search(PLACEHOLDER) >= 0).length > 0) {
    throw new TemplateError("url", "holds what looks like a key: use a header for it");
  }
  const inBody = entriesOf(body).find(
    ([name, value]) =>
      typeof value === "string" &&
      wholeOf(value) === null &&
      (namesKey(name) || looksLikeKey(value)),
  );
  if (inBody) throw new TemplateError("body", `must not hold ${inBody[0]}: use a header for it`);
}

/** The URL with marks in the place of values, which stand only where they may. */
function shapeOf(template: string): URL {
  const marked = template.replace(PLACEHOLDER, MARK);
  if (/[{}\\\s]/.test(marked)) throw new TemplateError("url", "has a sign that no URL may hold");
  if (!/^https?:\/\/[^/]/.test(marked) || !URL.canParse(marked)) {
    throw new TemplateError("url", "must begin with http:// or https:// and a host");
  }
  const url = new URL(marked);
  const fixed = [url.protocol, url.host, url.username, url.password, url.hash];
  if (fixed.some((part) => part.includes(MARK))) {
    throw new TemplateError("url", "placeholders may stand in the path and in values of the query");
  }
  if (url.username || url.password || url.hash) {
    throw new TemplateError("url", "must hold no user, no password and no #: use a header");
  }
  for (const name of url.searchParams.keys()) {
    if (name.includes(MARK))
      throw new TemplateError("url", "a query's name can't be a placeholder");
  }
  return url;
}

/**
 * A template with its values. What a value holds is encoded, and afterwards the request must still
 * have the shape of its template: the same origin, as many segments, the same names in the query.
 *
 * @throws {TemplateError} when a value is missing in the path, or would change more than a value
 */
export function fill(template: Template, values: Values, bound: Filling): FilledRequest {
  // Without a prototype: a value that is not given is none, whatever its name.
  const filling: Filling = Object.assign(Object.create(null), values, bound);
  const shape = shapeOf(template.url);
  // Again: a tool may be older than the rule.
  refuseUnbound(template);
  if (lacksOwner(filling, template.url, template.body)) {
    throw new TemplateError("url", "nothing is known that says whose data it is");
  }
  const queryAt = template.url.indexOf("?");
  const path = queryAt < 0 ? template.url : template.url.slice(0, queryAt);
  const query = queryAt < 0 ? "" : template.url.slice(queryAt);
  const inPath = piecewise(path, /[^/]+/g, (part, name) =>
    segment(name, valueIn("url", part, name, filling)),
  );
  const inQuery = piecewise(query, /[^?&=]+/g, (part, name) =>
    encoded(valueIn("url", part, name, filling) ?? ""),
  );
  const url = new URL(inPath + inQuery);
  const names = (one: URL) => [...one.searchParams.keys()].join("\n");
  const same =
    url.origin === shape.origin &&
    url.pathname.split("/").length === shape.pathname.split("/").length &&
    names(url) === names(shape) &&
    !url.username &&
    !url.hash;
  if (!same) throw new TemplateError("url", "a value would change where the request goes");
  const body = template.body === "" ? null : JSON.stringify(filled(bodyOf(template.body), filling));
  return { method: template.method, url: url.href, body };
}

/** Fills in placeholders, each with a look at the part of the text in which it stands. */
const piecewise = (text: string, parts: RegExp, put: (part: string, name: string) => string) =>
  text.replace(parts, (part) => part.replace(PLACEHOLDER, (_, name: string) => put(part, name)));

/** @throws {TemplateError} when it stands beside other words and could say more than a value does */
function valueIn(field: "url" | "body", part: string, name: string, filling: Filling) {
  const value = filling[name] ?? null;
  if (value !== null && wholeOf(part) === null && !mayStandBeside(name, String(value))) {
    throw new TemplateError(field, `${name} holds what may not stand beside other words`);
  }
  return value;
}

const encoded = (value: string | number | boolean): string =>
  encodeURIComponent(String(value).toWellFormed());

/** Some servers undo the encoding of a slash before they look at dots: neither gets there. */
function segment(name: string, value: string | number | boolean | null | undefined): string {
  const text = String(value ?? "");
  if (text.trim() === "") throw new TemplateError("url", `${name} is missing`);
  if (/[/\\\p{Cc}]/u.test(text) || /^\.+$/.test(text) || text.includes("..")) {
    throw new TemplateError("url", `${name} holds what no path may hold`);
  }
  return encoded(text);
}

/** The body as JSON: placeholders stand in its strings, so a value can't end one. */
function bodyOf(template: string): unknown {
  let body: unknown;
  try {
    body = JSON.parse(template);
  } catch {
    throw new TemplateError("body", "must be JSON; placeholders stand in quotes");
  }
  if (entriesOf(body).some(([key]) => key.search(PLACEHOLDER) >= 0)) {
    throw new TemplateError("body", "a name in the body can't be a placeholder");
  }
  return body;
}

function entriesOf(value: unknown): [string, unknown][] {
  if (Array.isArray(value)) return value.flatMap(entriesOf);
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]) => [[key, inner], ...entriesOf(inner)]);
}

/** A string that is one placeholder becomes the value itself, with its type. */
function filled(value: unknown, filling: Filling): unknown {
  if (typeof value === "string") {
    const whole = wholeOf(value);
    if (whole !== null) return filling[whole] ?? null;
    return value.replace(PLACEHOLDER, (_, name: string) =>
      String(valueIn("body", value, name, filling) ?? ""),
    );
  }
  if (Array.isArray(value)) return value.map((inner) => filled(inner, filling));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, filled(inner, filling)]),
  );
}
