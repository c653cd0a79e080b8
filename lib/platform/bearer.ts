import { createHash, timingSafeEqual } from "node:crypto";

/** True when `Authorization: Bearer …` holds this token. Takes the same time for every wrong one. */
export function bearerIs(header: string | null | undefined, token: string): boolean {
  const given = /^Bearer (\S+)$/i.exec(header ?? "")?.[1] ?? "";
  const digest = (words: string) => createHash("sha256").update(words).digest();
  return timingSafeEqual(digest(given), digest(token));
}
