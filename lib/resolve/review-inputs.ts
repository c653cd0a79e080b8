import { z } from "zod";
import { WrittenText } from "../ticket";
import { RejectReason } from "./model";

const attemptId = z.uuid();

/** Without `text` the draft goes out as it is; with another text it counts as corrected. */
export const ApproveDraftInput = z.object({ attemptId, text: WrittenText.optional() });
export type ApproveDraftInput = z.output<typeof ApproveDraftInput>;

export const CorrectDraftInput = z.object({ attemptId, text: WrittenText });
export type CorrectDraftInput = z.output<typeof CorrectDraftInput>;

export const RejectDraftInput = z.object({
  attemptId,
  reason: RejectReason,
  note: z
    .string()
    .trim()
    .max(2000, "at most 2000 characters")
    .refine((note) => !note.includes("\u0000") && note.isWellFormed(), "holds broken characters")
    .default(""),
});
export type RejectDraftInput = z.output<typeof RejectDraftInput>;
