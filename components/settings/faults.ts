import { messageOf, RequestError } from "@/components/desk/request";
import type { T } from "@/components/i18n/catalogue";

/** What a refusal says of each field, and what is left to say of the whole. */
export function faultsOf(
  error: Error | null,
  t: T,
): {
  fields: Record<string, string | undefined>;
  rest: string | null;
} {
  if (!error) return { fields: {}, rest: null };
  const named = error instanceof RequestError ? Object.entries(error.fields) : [];
  return {
    fields: Object.fromEntries(
      named.map(([field, complaints]) => [field, complaints.map(t.stored).join(", ")]),
    ),
    rest: named.length > 0 ? null : messageOf(error, t),
  };
}
