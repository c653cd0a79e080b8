import { z } from "zod";
import { HTML_MAX } from "../platform/clean-html";
import { fromPublicId } from "../platform/ids";
import { LIMITS, Priority, TICKET_PREFIX, TicketStatus } from "./model";

/** Longest text that a person may send or note, characters. */
const TEXT_MAX = 100_000;

/** A ticket by its id inside (uuid) or outside (`t_…`); gives the uuid. */
export const TicketRef = z.string().transform((id, check) => {
  const uuid = z.uuid().safeParse(id).data ?? fromPublicId(TICKET_PREFIX, id);
  if (uuid) return uuid;
  check.addIssue({ code: "custom", message: "is no ticket's id" });
  return z.NEVER;
});

/** What a person has written: not blank, storable, with line ends as `\n`. */
export const WrittenText = z
  .string()
  .max(TEXT_MAX, `at most ${TEXT_MAX} characters`)
  .transform((text) => text.replace(/\r\n?/g, "\n").trim())
  .refine((text) => text.length > 0, "must not be empty")
  .refine((text) => !text.includes("\u0000") && text.isWellFormed(), "holds broken characters");

/** The same with formatting, as the browser has made it: `written` cleans it and reads its words. */
export const WrittenHtml = z
  .string()
  .max(HTML_MAX, `at most ${HTML_MAX} characters`)
  .refine((html) => !html.includes("\u0000"), "holds broken characters")
  .nullable()
  .optional();

/** The version that the person was looking at; a ticket that has moved on refuses the change. */
const expectedVersion = z.number().int().min(1).optional();

export const AddNoteInput = z.object({
  ticketId: TicketRef,
  text: WrittenText,
  html: WrittenHtml,
  /** People who are called. */
  mentions: z.array(z.uuid()).max(20, "at most 20 people").optional(),
});
export type AddNoteInput = z.output<typeof AddNoteInput>;

export const SetStatusInput = z.object({
  ticketId: TicketRef,
  status: TicketStatus,
  expectedVersion,
});
export type SetStatusInput = z.output<typeof SetStatusInput>;

/** Fields that are left out stay as they are; null takes the person or the team off. */
export const AssignTicketInput = z
  .object({
    ticketId: TicketRef,
    personId: z.uuid().nullable().optional(),
    teamId: z.uuid().nullable().optional(),
    expectedVersion,
  })
  .refine(
    (input) => input.personId !== undefined || input.teamId !== undefined,
    "name a person or a team",
  );
export type AssignTicketInput = z.output<typeof AssignTicketInput>;

export const SetPriorityInput = z.object({
  ticketId: TicketRef,
  priority: Priority,
  expectedVersion,
});
export type SetPriorityInput = z.output<typeof SetPriorityInput>;

export const ReplyInput = z.object({
  ticketId: TicketRef,
  text: WrittenText,
  html: WrittenHtml,
  /** What the ticket becomes once the reply is delivered. */
  thenStatus: z.enum(["resolved", "pending_customer"]),
  expectedVersion,
  /** Send it although somebody else is replying. */
  takeOver: z.boolean().optional(),
  /** The draft that was sent to be looked at, where this reply is the correction of it. */
  corrects: z.uuid().optional(),
});
export type ReplyInput = z.output<typeof ReplyInput>;

export const SnoozeTicketInput = z.object({
  ticketId: TicketRef,
  until: z.iso.datetime({ offset: true }),
  expectedVersion,
});
export type SnoozeTicketInput = z.output<typeof SnoozeTicketInput>;

export const WakeTicketInput = z.object({ ticketId: TicketRef, expectedVersion });
export type WakeTicketInput = z.output<typeof WakeTicketInput>;

export const MarkDuplicateInput = z.object({
  ticketId: TicketRef,
  duplicateOf: TicketRef,
  expectedVersion,
});
export type MarkDuplicateInput = z.output<typeof MarkDuplicateInput>;

export const NoteWritingInput = z.object({ ticketId: TicketRef, writing: z.boolean() });
export type NoteWritingInput = z.output<typeof NoteWritingInput>;

export const MoveMessageInput = z.object({ messageId: z.uuid(), toTicketId: TicketRef });
export type MoveMessageInput = z.output<typeof MoveMessageInput>;

/** Without a subject the new ticket takes the first line of the message. */
export const SplitMessageInput = z.object({
  messageId: z.uuid(),
  subject: z
    .string()
    .trim()
    .min(1, "must not be empty")
    .max(LIMITS.subject, `at most ${LIMITS.subject} characters`)
    .refine((text) => !text.includes("\u0000") && text.isWellFormed(), "holds broken characters")
    .optional(),
});
export type SplitMessageInput = z.output<typeof SplitMessageInput>;

const tag = z.string().trim().min(1).max(LIMITS.tag);
export const ChangeTagsInput = z.object({
  ticketId: TicketRef,
  add: z.array(tag).max(LIMITS.tags).default([]),
  remove: z.array(tag).max(LIMITS.tags).default([]),
  expectedVersion,
});
export type ChangeTagsInput = z.output<typeof ChangeTagsInput>;
