import { z } from "zod";
import { publicRef } from "../platform/public-ref";
import { TICKET_PREFIX } from "../ticket/model";

const ticketId = publicRef(TICKET_PREFIX);

export const FollowRef = z.object({ ticketId });
export type FollowRef = z.output<typeof FollowRef>;

/** Some notices, all of a ticket, or all there are. */
export const ReadNoticesInput = z.union([
  z.strictObject({ ids: z.array(z.uuid()).min(1).max(200) }),
  z.strictObject({ ticketId }),
  z.strictObject({ all: z.literal(true) }),
]);
export type ReadNoticesInput = z.output<typeof ReadNoticesInput>;
