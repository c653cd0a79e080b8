import { z } from "zod";
import { Email } from "../person/model";
import { publicRef } from "../platform/public-ref";
import { LIMITS } from "../ticket/model";
import {
  AccountFields,
  CONTACTS_MAX,
  CUSTOMER_PREFIX,
  CUSTOMER_TAGS,
  CustomerFields,
  NOTE_MAX,
} from "./model";

const CustomerRef = publicRef(CUSTOMER_PREFIX);

/** Words of a note: not blank, storable. */
const NoteText = z
  .string()
  .max(NOTE_MAX, `at most ${NOTE_MAX} characters`)
  .transform((text) => text.replace(/\r\n?/g, "\n").trim())
  .refine((text) => text.length > 0, "must not be empty")
  .refine((text) => !text.includes("\u0000") && text.isWellFormed(), "holds broken characters");

export const AddCustomerNoteInput = z.object({ customerId: CustomerRef, text: NoteText });
export type AddCustomerNoteInput = z.output<typeof AddCustomerNoteInput>;

export const EditCustomerNoteInput = z.object({
  noteId: z.uuid(),
  text: NoteText,
  /** `updatedAt` of the note that the person was looking at. */
  expected: z.iso.datetime(),
});
export type EditCustomerNoteInput = z.output<typeof EditCustomerNoteInput>;

export const RemoveCustomerNoteInput = z.object({ noteId: z.uuid() });
export type RemoveCustomerNoteInput = z.output<typeof RemoveCustomerNoteInput>;

const tag = z.string().trim().min(1).max(LIMITS.tag);
export const ChangeCustomerTagsInput = z.object({
  customerId: CustomerRef,
  add: z.array(tag).max(CUSTOMER_TAGS).default([]),
  remove: z.array(tag).max(CUSTOMER_TAGS).default([]),
});
export type ChangeCustomerTagsInput = z.output<typeof ChangeCustomerTagsInput>;

export const SwitchCustomerAiInput = z.object({ customerId: CustomerRef, stopped: z.boolean() });
export type SwitchCustomerAiInput = z.output<typeof SwitchCustomerAiInput>;

const telephone = z
  .string()
  .trim()
  .regex(/^[+\d][\d ()/.-]{2,39}$/, "must be a number, like +49 30 1234567");

/** What is left out stays as it is. Lists are given whole. */
export const EditCustomerInput = z.object({
  customerId: CustomerRef,
  name: CustomerFields.shape.name.optional(),
  emails: z
    .array(Email)
    .max(CONTACTS_MAX)
    .transform((all) => [...new Set(all)])
    .optional(),
  telephones: z
    .array(telephone)
    .max(CONTACTS_MAX)
    .transform((all) => [...new Set(all)])
    .optional(),
  account: AccountFields.pick({ name: true, tier: true, seats: true, trialUntil: true })
    .partial()
    .optional(),
});
export type EditCustomerInput = z.output<typeof EditCustomerInput>;

export const UndoCustomerInput = z.object({ eventId: z.uuid() });
export type UndoCustomerInput = z.output<typeof UndoCustomerInput>;
