import { expect, test } from "vitest";
import type { EventView, MessageView } from "@/lib/inbox/model";
import { threadItems } from "./thread-items";

const at = (minute: number) => `2026-03-10T09:${String(minute).padStart(2, "0")}:00.000Z`;

const message = (id: string, minute: number): MessageView => ({
  id,
  kind: "message",
  author: "customer",
  name: "Mina Sato",
  approvedBy: null,
  address: null,
  public: true,
  text: "Hello",
  html: null,
  landedBecause: "",
  leavesAt: null,
  page: null,
  rating: null,
  attachments: [],
  delivery: null,
  createdAt: at(minute),
});

const event = (id: string, minute: number, folded = true): EventView => ({
  id,
  type: "ticket.routed",
  actor: "Deskhand",
  text: id,
  details: [],
  until: null,
  routingId: null,
  folded,
  createdAt: at(minute),
});

const shape = (items: ReturnType<typeof threadItems>) =>
  items.map((item) =>
    item.kind === "message" ? item.key : item.events.map((one) => one.id).join("+"),
  );

test("events stand between the messages they happened between, together", () => {
  const items = threadItems(
    [message("m1", 1), message("m2", 5)],
    [event("e0", 0), event("e1", 2), event("e2", 3), event("e3", 9)],
    false,
  );
  expect(shape(items)).toEqual(["e0", "m1", "e1+e2", "m2", "e3"]);
});

test("of one moment the message comes first", () => {
  expect(shape(threadItems([message("m1", 1)], [event("e1", 1)], false))).toEqual(["m1", "e1"]);
});

test("the full timeline shows what is folded away otherwise", () => {
  const events = [event("e1", 2, false), event("e2", 3)];
  expect(shape(threadItems([], events, false))).toEqual(["e2"]);
  expect(shape(threadItems([], events, true))).toEqual(["e1+e2"]);
});
