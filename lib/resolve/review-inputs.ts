import { z } from "zod";
import { WrittenHtml, WrittenText } from "../ticket";
import { RejectReason } from "./model";

const attemptId = z.uuid();
const note = z
  .string()
  .trim()
  .max(2000, "at most 2000 characters")
  .refine((text) => !text.includes("\u0000") && text.isWellFormed(), "holds broken characters")
  .default("");

/**
 * The words of the draft, or of what was sent, as the person has read them: a draft that reads
 * otherwise by now is not settled by what they say of it.
 */
const seen = z.string().max(200_000).nullable().optional();

/** Send it although somebody else is replying to the ticket. */
const takeOver = z.boolean().optional();

/** Without `text` the draft goes out as it is; with another text it counts as corrected. */
export const ApproveDraftInput = z.object({
  attemptId,
  seen,
  text: WrittenText.optional(),
  takeOver,
});
export type ApproveDraftInput = z.output<typeof ApproveDraftInput>;

export const CorrectDraftInput = z.object({
  attemptId,
  seen,
  text: WrittenText,
  html: WrittenHtml,
  takeOver,
});
export type CorrectDraftInput = z.output<typeof CorrectDraftInput>;

export const RejectDraftInput = z.object({
  attemptId,
  reason: RejectReason,
  seen,
  note,
});
export type RejectDraftInput = z.output<typeof RejectDraftInput>;

export const ReviewRef = z.object({ attemptId });
export type ReviewRef = z.output<typeof ReviewRef>;

export const TakeOverInput = z.object({ attemptId, seen });
export type TakeOverInput = z.output<typeof TakeOverInput>;

/** Null: not put off any more. */
export const PutOffInput = z.object({
  attemptId,
  until: z.iso.datetime({ offset: true }).nullable(),
});
export type PutOffInput = z.output<typeof PutOffInput>;

/** Without a person any other reviewer may look. */
export const AskSecondLookInput = z.object({ attemptId, personId: z.uuid().nullable(), note });
export type AskSecondLookInput = z.output<typeof AskSecondLookInput>;

/** Each with the words that the person has read. */
export const ApproveBatchInput = z.object({
  items: z
    .array(z.object({ attemptId, seen: z.string().max(200_000), text: z.undefined().optional() }))
    .min(1)
    .max(50),
});
export type ApproveBatchInput = z.output<typeof ApproveBatchInput>;
