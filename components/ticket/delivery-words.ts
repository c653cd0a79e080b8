import type { DeliveryView } from "@/lib/channel/model";

export type DeliveryTone = "good" | "wait" | "bad" | "quiet";

/** What became of a reply on its way out, in a few words; `detail` is the other side's answer. */
export function deliveryWords(delivery: DeliveryView): {
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
            words: `${tries === 1 ? "Tried once" : `Tried ${tries} times`}, will be tried again`,
            detail: error,
          }
        : { tone: "wait", words: "Queued", detail: null };
    case "sending":
      return { tone: "wait", words: "Sending", detail: null };
    case "sent":
      return { tone: "good", words: sentWords(delivery), detail: null };
    case "failed":
      return { tone: "bad", words: `Failed after ${times(tries)}`, detail: error };
    case "cancelled":
      return { tone: "quiet", words: "Cancelled, never sent", detail: error };
    case "unknown":
      return {
        tone: "bad",
        words: "Unknown: it may or may not have arrived",
        detail: error,
      };
  }
}

const times = (tries: number) => (tries === 1 ? "1 try" : `${tries} tries`);

function sentWords({ transport, destination }: DeliveryView): string {
  switch (transport) {
    case "smtp":
      return `Sent to ${destination}`;
    case "outbox":
      return "Kept in the outbox: no mail server is set";
    case "webhook":
      return `Posted to ${destination || "the connection"}`;
    case "pull":
      return "Ready for the customer’s app to fetch";
    default:
      return "Sent";
  }
}
