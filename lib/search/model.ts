import { z } from "zod";
import { TicketStatus } from "../ticket/model";

/** A ticket by what people call it, `1042` or `#1042`, or by its id, `t_…`. */
export const FindQuery = z.object({ ref: z.string().trim().min(1, "name a ticket").max(60) });
export type FindQuery = z.output<typeof FindQuery>;

export const FoundTicket = z.object({
  /** Public id, `t_…`. */
  id: z.string(),
  number: z.number().int(),
  subject: z.string(),
  status: TicketStatus,
  customer: z.string(),
  /** Of a merged ticket: the number that it had, which now leads to this one. */
  was: z.number().int().nullable(),
});
export type FoundTicket = z.infer<typeof FoundTicket>;
