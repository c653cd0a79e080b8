import type { T } from "@/components/i18n/catalogue";
import { says } from "@/components/i18n/says";
import type { AuditRow } from "@/lib/admin/model";

/** Kinds of changes to choose from, with their words. */
const KINDS = says({
  setting: "Settings",
  rules: "Routing rules",
  sla: "Policies and calendars",
  ai: "AI switches",
  model: "Versions of the model",
  answer: "Answers",
  article: "Articles",
  signal: "What was taken back",
  person: "People",
  invite: "Invitations",
  team: "Teams",
  session: "Sessions",
  connection: "Connections",
  api_key: "Keys",
  label: "Categories and intents",
  macro: "Macros",
  tag: "Tags",
  customer: "Customers",
  customer_note: "Notes on customers",
  job: "Jobs",
});

/** The kinds in the reader's language. */
export const kindOptions = (t: T) =>
  Object.entries(KINDS).map(([value, label]) => ({ value, label: t(label) }));

/** `setting.changed` → "setting changed". */
const plain = (text: string) => text.replace(/[._]/g, " ");

/** What was changed, in a line. */
export function auditWords({ type, payload }: Pick<AuditRow, "type" | "payload">, t: T): string {
  const { change, name, before, after, into } = payload;
  const [noun = ""] = type.split(".");
  // Made of names that the desk stores, hence said as what is stored.
  const what = t.stored(
    typeof change === "string" ? `${plain(noun)} ${plain(change)}` : plain(type),
  );
  const about = [name, payload.slug].find((one) => typeof one === "string");
  const parts = [about ? `${what}: ${plain(String(about))}` : what];
  if (typeof into === "string") parts.push(`→ ${into}`);
  if (type !== "setting.changed" && (isShort(before) || isShort(after))) {
    parts.push(`(${valueWords(before, t)} → ${valueWords(after, t)})`);
  }
  const words = parts.join(" ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const isShort = (value: unknown) => ["string", "number", "boolean"].includes(typeof value);

/** A value as it was stored, for reading. */
export function valueWords(value: unknown, t: T): string {
  if (value === null || value === undefined || value === "") return t("nothing");
  if (isShort(value)) return String(value);
  return JSON.stringify(value);
}
