import { z } from "zod";
import { defineJob } from "../platform/jobs";
import { routeMessage } from "./route-ticket";
import { ROUTE_WITH_OPINION, secondOpinion } from "./second-opinion";

/** A ticket that has waited longer in this queue goes on without an opinion, milliseconds. */
const QUEUED_MS = 20_000;

/**
 * Routes a message after a model was asked about it: apart, one at a time, for it waits for somebody
 * else. However slow that is, nobody waits much longer than `QUEUED_MS` and one question: what has
 * waited for so long by then is routed at once.
 *
 * Safe to repeat: like `route.ticket`; a message that is routed asks nobody.
 */
export const routeWithOpinion = defineJob({
  name: ROUTE_WITH_OPINION,
  payload: z.object({ messageId: z.uuid(), since: z.iso.datetime() }),
  async run(ctx, { messageId, since }) {
    const late = ctx.now().getTime() - new Date(since).getTime() > QUEUED_MS;
    return routeMessage(ctx, messageId, late ? null : await secondOpinion(ctx, messageId));
  },
});
