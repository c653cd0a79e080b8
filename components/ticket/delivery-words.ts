import type { T } from "@/components/i18n/catalogue";
import type { DeliveryView } from "@/lib/channel/model";

export type DeliveryTone = "good" | "wait" | "bad" | "quiet";

/** What became of a reply on its way out, in a few words; `detail` is the other side's answer. */
export function deliveryWords(
  delivery: DeliveryView,
  t: T,
): {
  tone: DeliveryTone;
  words: string;
  detail: string | null;
} {
  const { state, error, tries } = delivery;
  switch (state) {
    case "queued":
      return error
        ? {
            tone: "wait",
            words: t("Tried {{count}} times, will be tried again", { count: tries }),
            detail: error && t.stored(error),
          }
        : { tone: "wait", words: t("Queued"), detail: null };
    case "sending":
      return { tone: "wait", words: t("Sending"), detail: null };
    case "sent":
      return { tone: "good", words: sentWords(delivery, t), detail: null };
    case "failed":
      return {
        tone: "bad",
        words: t("Failed after {{count}} tries", { count: tries }),
        detail: error && t.stored(error),
      };
    case "cancelled":
      return { tone: "quiet", words: t("Cancelled, never sent"), detail: error && t.stored(error) };
    case "unknown":
      return {
        tone: "bad",
        words: t("Unknown: it may or may not have arrived"),
        detail: error && t.stored(error),
      };
  }
}

function sentWords({ transport, destination }: DeliveryView, t: T): string {
  switch (transport) {
    case "smtp":
      return t("Sent to {{destination}}", { destination });
    case "outbox":
      return t("Kept in the outbox: no mail server is set");
    case "webhook":
      return destination
        ? t("Posted to {{destination}}", { destination })
        : t("Posted to the connection");
    case "pull":
      return t("Ready for the customer’s app to fetch");
    default:
      return t("Sent");
  }
}
