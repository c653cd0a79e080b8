import { z } from "zod";
import { Channel, Priority, TicketStatus } from "../ticket/model";

const words = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((text) => !text.includes("\u0000"), "holds broken characters");
const several = <T extends z.ZodType>(one: T) => z.array(one).min(1).max(50);

/** Turned round: whatever does not pass the test, also where nothing is known. */
const not = z.literal(true).optional();

const oneOf = <F extends string, T extends z.ZodType>(field: F, one: T) =>
  z.object({ field: z.literal(field), in: several(one), not });
const holding = <F extends string>(field: F) =>
  z.object({ field: z.literal(field), contains: words, not });
const yesNo = <F extends string>(field: F) =>
  z.object({ field: z.literal(field), is: z.boolean() });

const amount = z.number().finite().optional();
const range = <F extends string>(field: F) =>
  z.object({ field: z.literal(field), below: amount, above: amount });

/** Ten years. */
const MOST_MINUTES = 5_256_000;
const minutes = z.number().int().min(1).max(MOST_MINUTES).optional();
/** Not older than so many minutes, or older than that. */
const time = <F extends string>(field: F) =>
  z
    .object({ field: z.literal(field), within: minutes, olderThan: minutes })
    .refine((one) => (one.within === undefined) !== (one.olderThan === undefined), {
      message: "takes one of within and olderThan",
    });

/** One test on a ticket, as a list filters by it. */
export const ViewTest = z.discriminatedUnion("field", [
  oneOf("status", TicketStatus),
  oneOf("priority", Priority),
  oneOf("channel", Channel),
  oneOf("source", words),
  oneOf("conversation", words),
  oneOf("category", words),
  oneOf("area", words),
  oneOf("intent", words),
  oneOf("language", words),
  oneOf("tier", words),
  oneOf("tag", words),
  /** `none`: without one of them. */
  oneOf("team", z.string().max(60)),
  /** `me`: whoever looks; `none`: nobody's. */
  oneOf("assignee", z.string().max(60)),
  oneOf("agent", words),
  oneOf("tool", words),
  oneOf("decision", z.enum(["sent", "sent_flagged", "held"])),
  oneOf("review", z.enum(["flagged", "held", "approved", "corrected", "rejected"])),
  /** −1…1 */
  range("sentiment"),
  /** −1…1: how the feeling changes from message to message. */
  range("trend"),
  /** 0…1 */
  range("confidence"),
  /** The customer has waited at least so many minutes, or less than that. */
  z
    .object({
      field: z.literal("waiting"),
      atLeast: z.number().int().min(0).max(MOST_MINUTES).optional(),
      within: minutes,
    })
    .refine((one) => (one.atLeast === undefined) !== (one.within === undefined), {
      message: "takes one of atLeast and within",
    }),
  time("created"),
  time("updated"),
  /** The newest public message, of anybody. */
  time("message"),
  time("reply"),
  time("resolved"),
  time("closed"),
  /** `soon`: within the hour; `late`: missed. */
  oneOf("sla", z.enum(["soon", "late", "paused", "none"])),
  holding("subject"),
  holding("customer"),
  holding("account"),
  holding("summary"),
  holding("escalation"),
  holding("resolution"),
  yesNo("unread"),
  yesNo("snoozed"),
  yesNo("historic"),
  yesNo("demo"),
  z.object({ field: z.literal("mentions"), is: z.literal("me"), not }),
]);
export type ViewTest = z.infer<typeof ViewTest>;

/** What a list shows: tickets that pass all tests, or any of them. */
export const ViewFilter = z.object({
  match: z.enum(["all", "any"]).default("all"),
  tests: z.array(ViewTest).max(20),
});
export type ViewFilter = z.infer<typeof ViewFilter>;

/** Longest filter in an address, characters of JSON. */
export const FILTER_MAX = 6_000;

/** A filter as it stands in an address; null when it is none. */
export function readFilter(text: string): ViewFilter | null {
  try {
    const filter = ViewFilter.safeParse(JSON.parse(text));
    return filter.success ? filter.data : null;
  } catch {
    return null; // not JSON
  }
}
