import { expect, test } from "vitest";
import { english } from "@/components/i18n/english";
import type { DeliveryView } from "@/lib/channel/model";
import { deliveryWords } from "./delivery-words";

const delivery = (change: Partial<DeliveryView>): DeliveryView => ({
  id: "d",
  state: "sent",
  transport: "smtp",
  destination: "mina@example.org",
  tries: 1,
  error: null,
  sentAt: null,
  ...change,
});

test.each([
  [{}, "good", "Sent to mina@example.org"],
  [{ transport: "outbox" }, "good", "Kept in the outbox: no mail server is set"],
  [{ transport: "webhook", destination: "crm.example" }, "good", "Posted to crm.example"],
  [{ state: "queued", error: null }, "wait", "Queued"],
  [{ state: "queued", error: "451 later" }, "wait", "Tried once, will be tried again"],
  [{ state: "failed", tries: 6, error: "550 no" }, "bad", "Failed after 6 tries"],
  [{ state: "unknown" }, "bad", "Unknown: it may or may not have arrived"],
] as const)("%o", (change, tone, words) => {
  expect(deliveryWords(delivery(change), english)).toMatchObject({ tone, words });
});
