import { expect, test } from "vitest";
import { english } from "@/components/i18n/english";
import type { MessageView } from "@/lib/inbox/model";
import { knownAt, newerMessages, newerWords } from "./newer-messages";

const message = (id: string, minute: number, change: Partial<MessageView> = {}): MessageView => ({
  id,
  kind: "message",
  author: "customer",
  name: "Mina",
  approvedBy: null,
  address: null,
  public: true,
  text: id,
  html: null,
  landedBecause: "",
  leavesAt: null,
  page: null,
  rating: null,
  attachments: [],
  delivery: null,
  createdAt: `2026-03-10T09:0${minute}:00.000Z`,
  ...change,
});

test("what came since is newer, notes are not", () => {
  const thread = [
    message("a", 1),
    message("b", 3),
    message("note", 4, { public: false, author: "agent" }),
    message("c", 5, { author: "agent", name: "Ada" }),
  ];
  const known = knownAt(thread, Date.parse("2026-03-10T09:02:00.000Z"));
  const newer = newerMessages(thread, known);
  expect(newer.map(({ id }) => id)).toEqual(["b", "c"]);
  expect(newerWords(newer, english)).toBe(
    "While you were writing, the customer wrote, and Ada replied.",
  );
  expect(newerWords(newer.slice(0, 1), english)).toBe(
    "While you were writing, the customer wrote.",
  );
});
