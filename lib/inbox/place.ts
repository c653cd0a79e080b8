import { z } from "zod";
import { AppError } from "../platform/errors";

/** Where a page ended: a moment and what stood there. */
export type Place = { at: Date; id: string };

/** "1767225600000_uuid" */
export const formatPlace = ({ at, id }: Place): string => `${at.getTime()}_${id}`;

/** @throws `invalid` */
export function parsePlace(before: string | undefined): Place | null {
  if (before === undefined) return null;
  const [, at, id] = /^(\d{1,13})_(.{36})$/.exec(before) ?? [];
  if (!at || !id || !z.uuid().safeParse(id).success) {
    throw new AppError("invalid", "Some fields are not right.", {
      fields: { before: ["is not where a page ended"] },
    });
  }
  return { at: new Date(Number(at)), id };
}
