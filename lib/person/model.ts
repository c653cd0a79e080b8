import { z } from "zod";

export const ROLES = ["agent", "reviewer", "admin"] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

/** Seven teams that the default routing rules name. */
export const DEFAULT_TEAMS = [
  "Billing Team",
  "Engineering",
  "Product",
  "Support Tier 1",
  "Support Tier 2",
  "Retention",
  "Security",
] as const;
export const FALLBACK_TEAM = "Support Tier 1";

/** An address as it is stored and compared: trimmed, lower case. */
export const Email = z.string().trim().toLowerCase().max(254).pipe(z.email());

export const PASSWORD_MIN = 12;
const NewPassword = z.string().min(PASSWORD_MIN, `at least ${PASSWORD_MIN} characters`).max(200);

/** A session ends this many days after sign-in, used or not. */
export const SESSION_DAYS = 14;

/** What an empty desk asks of its first admin. */
export const FirstAdmin = z.object({
  /** From the terminal. */
  token: z.string().min(1, "is missing").max(200),
  name: z.string().trim().min(1, "is missing").max(255),
  email: Email,
  password: NewPassword,
});
export type FirstAdmin = z.input<typeof FirstAdmin>;
