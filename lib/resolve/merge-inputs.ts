import { z } from "zod";
import { TicketRef } from "../ticket";

export const PreviewMergeInput = z.object({ sourceId: TicketRef, targetId: TicketRef });

export const MergeTicketsInput = PreviewMergeInput.extend({
  /** The person has read that people of one account will see what the other wrote. */
  acrossAccounts: z.boolean().optional(),
  /** The version of the source that the person was looking at. */
  expectedVersion: z.number().int().min(1).optional(),
});
export type MergeTicketsInput = z.output<typeof MergeTicketsInput>;

export const UnmergeTicketsInput = z.object({ mergeId: z.uuid() });
export type UnmergeTicketsInput = z.output<typeof UnmergeTicketsInput>;
