import { z } from "zod";
import { TicketRef } from "../ticket";

export const PreviewMergeInput = z.object({ sourceId: TicketRef, targetId: TicketRef });

export const MergeTicketsInput = PreviewMergeInput.extend({
  /** The person has read that people of one account will see what the other wrote. */
  acrossAccounts: z.boolean().optional(),
});
export type MergeTicketsInput = z.output<typeof MergeTicketsInput>;

export const UnmergeTicketsInput = z.object({ mergeId: z.uuid() });
export type UnmergeTicketsInput = z.output<typeof UnmergeTicketsInput>;
