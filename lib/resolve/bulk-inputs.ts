import { z } from "zod";
import { ChangeTagsInput, TicketRef } from "../ticket";
import { Priority, TicketStatus } from "../ticket/model";

/** Tickets that one press may change. */
const BULK_MAX = 200;

const tags = ChangeTagsInput.shape;

export const BulkChange = z.discriminatedUnion("kind", [
  /** What is left out stays; null takes the person or the team off. */
  z.object({
    kind: z.literal("assign"),
    personId: z.uuid().nullable().optional(),
    teamId: z.uuid().nullable().optional(),
  }),
  z.object({ kind: z.literal("status"), status: TicketStatus }),
  z.object({ kind: z.literal("priority"), priority: Priority }),
  z.object({ kind: z.literal("tag"), add: tags.add, remove: tags.remove }),
  /** Its actions alone: its words are for one customer at a time. */
  z.object({ kind: z.literal("macro"), macroId: z.uuid() }),
  z.object({
    kind: z.literal("merge"),
    intoId: TicketRef,
    /** The person has read that people of one account will see what the other wrote. */
    acrossAccounts: z.boolean().optional(),
  }),
  z.object({ kind: z.literal("snooze"), until: z.iso.datetime({ offset: true }) }),
  z.object({ kind: z.literal("read") }),
  z.object({ kind: z.literal("unread") }),
]);
export type BulkChange = z.output<typeof BulkChange>;

export const BulkChangeInput = z.object({
  ticketIds: z.array(TicketRef).min(1).max(BULK_MAX),
  change: BulkChange,
});
export type BulkChangeInput = z.output<typeof BulkChangeInput>;

/** How one ticket was before, and the version that the change left. */
export const BulkUndoItem = z.object({
  ticketId: TicketRef,
  version: z.number().int().min(1),
  /** Absent where nothing but `mergeId` or `read` is to be undone. */
  before: z
    .object({
      status: TicketStatus,
      priority: Priority,
      personId: z.uuid().nullable(),
      teamId: z.uuid().nullable(),
      tags: tags.add,
      snoozedUntil: z.iso.datetime().nullable(),
      nextTryAt: z.iso.datetime().nullable(),
      /** Drafts that were held. */
      held: z.array(z.uuid()).max(10),
    })
    .optional(),
  mergeId: z.uuid().optional(),
  /** The person had read it, or not. */
  read: z.boolean().optional(),
});
export type BulkUndoItem = z.output<typeof BulkUndoItem>;

export const BulkUndoInput = z.object({ undo: z.array(BulkUndoItem).min(1).max(BULK_MAX) });
export type BulkUndoInput = z.output<typeof BulkUndoInput>;

/** What became of one ticket of many. */
export type BulkResult = {
  /** Public id. */
  id: string;
  ok: boolean;
  /** Why it was refused, for people. */
  message?: string;
};
