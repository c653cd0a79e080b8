import { randomBytes } from "node:crypto";

/**
 * Data for a model as one delimited block of JSON: no text in it can end the block, for the boundary
 * is new each time, and no bracket of a tag is left as it is.
 */
export function dataBlock(name: string, data: unknown): string {
  const end = `boundary="${randomBytes(12).toString("base64url")}"`;
  const body = (JSON.stringify(data) ?? "null").replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `<${name} ${end}>\n${body}\n</${name} ${end}>`;
}
