import { z } from "zod";

export const ROLES = ["agent", "reviewer", "admin"] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

/** Languages of the interface. */
export const LOCALES = ["en", "de"] as const;
export const Locale = z.enum(LOCALES);
export type Locale = z.infer<typeof Locale>;

/** Null: as the browser says. */
export const LocaleInput = z.object({ locale: Locale.nullable() });
export type LocaleInput = z.infer<typeof LocaleInput>;

/** Parts of the settings that a person may be let into beyond the role; admins have them all. */
export const AREAS = ["rules", "ai", "people", "channels", "content", "audit", "system"] as const;
export const Area = z.enum(AREAS);
export type Area = z.infer<typeof Area>;

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

const Name = z.string().trim().min(1, "is missing").max(255);
const TeamIds = z.array(z.uuid()).max(100);
const Areas = z
  .array(Area)
  .max(AREAS.length)
  .transform((areas) => [...new Set(areas)].sort());

/** Days in which an invitation can be accepted. */
export const INVITE_DAYS = 7;

export const InviteInput = z.object({
  name: Name,
  email: Email,
  role: Role,
  areas: Areas.default([]),
  teamIds: TeamIds.default([]),
});
export type InviteInput = z.input<typeof InviteInput>;

export const InviteRef = z.object({ inviteId: z.uuid() });
export type InviteRef = z.infer<typeof InviteRef>;

/** What whoever was invited tells. */
export const AcceptInvite = z.object({
  /** From the link. */
  token: z.string().min(1, "is missing").max(200),
  name: Name,
  password: NewPassword,
});
export type AcceptInvite = z.input<typeof AcceptInvite>;

export const PersonRef = z.object({ personId: z.uuid() });
export type PersonRef = z.infer<typeof PersonRef>;

/** What is left out stays as it is. */
export const PersonChange = z.object({
  personId: z.uuid(),
  role: Role.optional(),
  areas: Areas.optional(),
  teamIds: TeamIds.optional(),
  /** Tickets at once that rules may give; null: any number. */
  capacity: z.number().int().min(0).max(10_000).nullable().optional(),
});
export type PersonChange = z.input<typeof PersonChange>;

export const AwayInput = z
  .object({
    personId: z.uuid(),
    /** Back at this time, ISO; null: no longer away. */
    until: z.iso.datetime().nullable(),
    /** Who takes over meanwhile; null: the team. */
    coverId: z.uuid().nullable().default(null),
  })
  .refine(({ personId, coverId }) => personId !== coverId, {
    path: ["coverId"],
    message: "must be somebody else",
  });
export type AwayInput = z.input<typeof AwayInput>;

export const TeamInput = z.object({
  /** Left out: a new team. */
  teamId: z.uuid().optional(),
  name: z.string().trim().min(1, "is missing").max(80),
});
export type TeamInput = z.input<typeof TeamInput>;

export const TeamRef = z.object({ teamId: z.uuid() });
export type TeamRef = z.infer<typeof TeamRef>;
