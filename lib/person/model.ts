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
export const NewPassword = z
  .string()
  .min(PASSWORD_MIN, `at least ${PASSWORD_MIN} characters`)
  .max(200);
