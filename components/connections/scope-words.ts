import { says } from "@/components/i18n/says";
import type { Scope } from "@/lib/channel/model";

export const SCOPE_WORDS: Record<Scope, { label: string; says: string }> = says({
  ingest: { label: "Send requests", says: "Post messages, outcomes and tool results" },
  "tickets.read": { label: "Read tickets", says: "Of this connection's conversations" },
  "tickets.write": { label: "Rate replies", says: "Of this connection's conversations" },
});

/** What a new key can be let do; the rest of the list is for what there is no door to yet. */
export const OFFERED_SCOPES = ["ingest", "tickets.write"] as const satisfies readonly Scope[];
