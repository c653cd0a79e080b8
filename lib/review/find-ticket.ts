import type { Context } from "../platform/context";
import { AppError } from "../platform/errors";
import { fromPublicId } from "../platform/ids";
import { TICKET_PREFIX } from "../ticket/model";
import { numberOf } from "./store";

/** The ticket behind a public id. @throws `not_found` */
export async function findTicket(
  ctx: Context,
  publicId: string,
): Promise<{ id: string; number: number }> {
  const id = fromPublicId(TICKET_PREFIX, publicId);
  const number = id && (await numberOf(ctx.db, id));
  if (!id || !number) throw new AppError("not_found", "There is no such ticket.");
  return { id, number };
}
