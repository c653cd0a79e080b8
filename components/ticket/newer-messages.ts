import type { T } from "@/components/i18n/catalogue";
import { formatOf } from "@/components/i18n/format";
import type { MessageView } from "@/lib/inbox/model";

/** What the customer can have read, or has written, since somebody began to write; oldest first. */
export function newerMessages(
  messages: readonly MessageView[],
  known: ReadonlySet<string>,
): MessageView[] {
  return messages.filter((message) => message.public && !known.has(message.id));
}

/** What stood there when a text was last worked on, `at` in milliseconds since 1970. */
export const knownAt = (messages: readonly MessageView[], at: number): ReadonlySet<string> =>
  new Set(messages.filter(({ createdAt }) => Date.parse(createdAt) <= at).map(({ id }) => id));

/** Says who was faster: "The customer has written" or "Ada has replied". */
export function newerWords(newer: readonly MessageView[], t: T): string {
  const customer = newer.some(({ author }) => author === "customer");
  const others = newer.filter(({ author }) => author !== "customer").map(({ name }) => name);
  if (others.length === 0) return t("While you were writing, the customer wrote.");
  const names = formatOf(t).list([...new Set(others)]);
  return customer
    ? t("While you were writing, the customer wrote, and {{names}} replied.", { names })
    : t("While you were writing, {{names}} replied.", { names });
}

/** Where a message stands on the page. */
export const messageAnchor = (id: string): string => `message-${id}`;
