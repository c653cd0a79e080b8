import { fromString, TypeID, toUUID } from "typeid-js";
import { v5, v7 } from "uuid";

/** A new primary key: uuid v7, so that keys sort by time. */
export const newId = (): string => v7();

const NAMESPACE = "6f0d3c5e-6b0e-4f0c-9f64-5d2f7f5b8a11";

/** The same id for the same words: makes a repeated step hit the same row. */
export const derivedId = (...words: string[]): string => v5(words.join("\u0000"), NAMESPACE);

/** uuid → `t_01h…`; the form that leaves the desk. */
export const toPublicId = (prefix: string, uuid: string): string =>
  TypeID.fromUUID(prefix, uuid).toString();

/** `t_01h…` → uuid, or null when it is not a well-formed id of that kind. */
export function fromPublicId(prefix: string, id: string): string | null {
  try {
    return toUUID(fromString(id, prefix));
  } catch {
    return null;
  }
}
