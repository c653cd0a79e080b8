import { z } from "zod";
import type { Context } from "../platform/context";
import { seal, unseal } from "../platform/secrets";

const Headers = z.record(z.string(), z.string());

/** Set by the connection itself, or by us: nobody else may. */
const OURS = new Set([
  "host",
  "connection",
  "content-length",
  "transfer-encoding",
  "upgrade",
  "expect",
  "te",
  "trailer",
  "keep-alive",
  "idempotency-key",
]);

/** Why these headers can't be sent; null: they can. Says no value. */
export function headersProblem(headers: Readonly<Record<string, string>>): string | null {
  for (const [name, value] of Object.entries(headers)) {
    if (OURS.has(name.toLowerCase())) return `${name} can't be set`;
    if (!/^[\x20-\x7e\t]*$/.test(value)) return `${name} holds a sign that no header may hold`;
  }
  return null;
}

export const sealHeaders = (ctx: Context, headers: Record<string, string>): string | null =>
  Object.keys(headers).length === 0 ? null : seal(ctx.env.NEXTAUTH_SECRET, JSON.stringify(headers));

/** @returns null when they were sealed with another secret of the desk: an admin must set them again */
export function openHeaders(ctx: Context, sealed: string | null): Record<string, string> | null {
  if (sealed === null) return {};
  try {
    return Headers.parse(JSON.parse(unseal(ctx.env.NEXTAUTH_SECRET, sealed)));
  } catch {
    return null;
  }
}

/** Shorter words of a header (`Bearer`, `json`) are no secrets; whole values may be short ones. */
const SECRET = { word: 8, whole: 4 } as const;

/** What must never be repeated: values of headers, and the words that they are made of, longest first. */
export const secretsIn = (headers: Readonly<Record<string, string>>): string[] =>
  Object.entries(headers)
    .filter(([name]) => !/^(?:accept|content-type|user-agent)|version$/i.test(name))
    .flatMap(([, value]) => [
      ...[value, ...basicOf(value)].filter((whole) => whole.length >= SECRET.whole),
      ...value.split(/[\s,;=:]+/).filter((word) => word.length >= SECRET.word),
    ])
    .sort((a, b) => b.length - a.length);

/** User and password of `Basic …`, together and apart. */
function basicOf(value: string): string[] {
  const encoded = /^basic\s+([A-Za-z0-9+/_-]+=*)\s*$/i.exec(value)?.[1];
  if (encoded === undefined) return [];
  const pair = Buffer.from(encoded, "base64").toString("utf8");
  const at = pair.indexOf(":");
  const user = pair.slice(0, Math.max(at, 0));
  return [encoded, pair, pair.slice(at + 1), ...(user.length >= SECRET.word ? [user] : [])];
}
