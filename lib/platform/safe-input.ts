import { AppError } from "./errors";

/** Deeper than any sensible input; recursion in later readers stays shallow. */
const MAX_DEPTH = 32;
/** Values of one input. Forms of actions may name one value many times, so bytes say nothing. */
const MAX_VALUES = 300_000;

type Spot = { value: object; path: string; depth: number };

/**
 * Refuses what no database or reader should see, in everything that came, named by our fields or
 * not. Drops keys called `__proto__`, which assignments further on would take for the prototype.
 *
 * @throws `invalid` for NUL (Postgres can't store it) and half surrogate pairs (UTF-8 can't);
 *   `malformed` when it is too deep, `too_large` when it holds too much
 */
export function refuseUnsafe(input: unknown): void {
  const fields: Record<string, string[]> = Object.create(null);
  if (typeof input === "string") note(fields, "body", faultOf(input));
  const spots: Spot[] = isContainer(input) ? [{ value: input, path: "", depth: 1 }] : [];
  let values = 0;
  for (let spot = spots.pop(); spot; spot = spots.pop()) {
    if (spot.depth > MAX_DEPTH) {
      throw new AppError("malformed", `The body is nested more than ${MAX_DEPTH} levels deep.`);
    }
    Reflect.deleteProperty(spot.value, "__proto__");
    for (const [key, value] of Object.entries(spot.value)) {
      values += 1;
      if (values > MAX_VALUES)
        throw new AppError("too_large", "The request holds too many values.");
      const path = spot.path ? `${spot.path}.${key}` : key;
      note(fields, spot.path || "body", faultOf(key));
      if (typeof value === "string") note(fields, faultOf(key) ? "body" : path, faultOf(value));
      if (isContainer(value)) spots.push({ value, path, depth: spot.depth + 1 });
    }
  }
  if (Object.keys(fields).length > 0) {
    throw new AppError("invalid", "Some fields are not right.", { fields: { ...fields } });
  }
}

const isContainer = (value: unknown): value is object =>
  typeof value === "object" && value !== null;

function note(fields: Record<string, string[]>, path: string, fault: string | null): void {
  if (fault) fields[path] = [fault];
}

function faultOf(text: string): string | null {
  if (text.includes("\u0000")) return "holds a NUL character";
  return text.isWellFormed() ? null : "holds half a surrogate pair";
}
