import { says } from "@/components/i18n/says";
import type { Area, Role } from "@/lib/person/model";

export const ROLE_WORDS: Record<Role, string> = says({
  agent: "Agent",
  reviewer: "Reviewer",
  admin: "Admin",
});

/** What each role may do, from the least to the most. */
export const ROLE_SAYS: Record<Role, string> = says({
  agent: "Answers tickets and approves held drafts.",
  reviewer: "Also settles flagged replies, writes articles, and takes back what was learned.",
  admin: "Also changes the settings, and who may do what.",
});

export const AREA_WORDS: Record<Area, { label: string; says: string }> = says({
  rules: { label: "Routing rules", says: "Write, try and roll back rules" },
  ai: { label: "AI", says: "Bands, sampling, versions of the model" },
  people: { label: "People", says: "Invite, teams, who is away" },
  channels: { label: "Connections", says: "Other systems and their keys" },
  content: { label: "Content", says: "Categories, intents, macros, tags" },
  audit: { label: "Audit log", says: "Read who changed what" },
  system: { label: "System", says: "Jobs and the outbox" },
});
