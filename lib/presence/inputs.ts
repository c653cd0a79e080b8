import { z } from "zod";
import { HTML_MAX } from "../platform/clean-html";
import { publicRef } from "../platform/public-ref";
import { TICKET_PREFIX } from "../ticket/model";
import { WritingKind } from "./model";

export const PresenceRef = z.object({ ticketId: publicRef(TICKET_PREFIX) });
export type PresenceRef = z.output<typeof PresenceRef>;

export const HoldReplyInput = PresenceRef.extend({
  /** Also when somebody else is replying. */
  takeOver: z.boolean().default(false),
});
export type HoldReplyInput = z.output<typeof HoldReplyInput>;

export const ClearWritingInput = PresenceRef.extend({ kind: WritingKind });
export type ClearWritingInput = z.output<typeof ClearWritingInput>;

export const SaveWritingInput = ClearWritingInput.extend({
  html: z
    .string()
    .max(HTML_MAX)
    .refine((html) => !html.includes("\u0000"), "holds broken characters"),
  /** Letter for letter, where it has no formatting. */
  text: z
    .string()
    .max(HTML_MAX)
    .refine((text) => !text.includes("\u0000") && text.isWellFormed(), "holds broken characters")
    .optional(),
  /** The one that this text has grown from; 0: there was none. */
  revision: z.number().int().min(0).max(1_000_000_000),
});
export type SaveWritingInput = z.output<typeof SaveWritingInput>;
