import { z } from "zod";
import { CUSTOMER_PREFIX } from "../customer/model";
import { Email } from "../person/model";
import { publicRef } from "../platform/public-ref";
import { WrittenText } from "../ticket";
import { LIMITS, Priority } from "../ticket/model";

const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1, "must not be empty")
    .max(max, `at most ${max} characters`)
    .regex(/^[^\p{Cc}\u2028\u2029]*$/u, "must be one line");

/** As it is dialled: digits, with a plus in front where the country is named. */
const Telephone = z
  .string()
  .transform((text) => text.replace(/[\s()./-]+/g, ""))
  .pipe(z.string().regex(/^\+?\d{4,20}$/, "is no telephone number"));

const NewCaller = z
  .object({ name: line(LIMITS.name), email: Email.optional(), telephone: Telephone.optional() })
  .refine(({ email, telephone }) => email || telephone, "name an address or a telephone number");

export const OpenByHandInput = z.object({
  customer: z.union([z.object({ id: publicRef(CUSTOMER_PREFIX) }), NewCaller]),
  by: z.enum(["telephone", "talk", "other"]),
  subject: line(LIMITS.subject),
  /** In the customer's words, as far as they were written down. */
  said: WrittenText,
  /** What they were told; kept as a note. */
  answered: WrittenText.optional(),
  teamId: z.uuid().optional(),
  personId: z.uuid().optional(),
  priority: Priority.optional(),
  /** The AI may answer it by itself. */
  automatic: z.boolean().default(false),
});
export type OpenByHandInput = z.output<typeof OpenByHandInput>;
