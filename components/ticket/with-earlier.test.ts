import { expect, test } from "vitest";
import type { MessageView } from "@/lib/inbox/model";
import { withEarlier } from "./with-earlier";

// Only their ids and what is new about them count here.
const said = (ids: string, text = "") =>
  [...ids].map((id) => ({ id, text }) as unknown as MessageView);
const idsOf = (messages: readonly MessageView[]) => messages.map(({ id }) => id).join("");

test.each([
  ["nothing was read before", "def", "def", "def"],
  ["earlier ones were read", "abcdef", "def", "abcdef"],
  ["a new one has pushed one out", "abcdef", "efg", "abcdefg"],
  ["as many new ones as are shown", "abcdef", "fgh", "abcdefgh"],
  ["more than are shown: something in between was never read", "abcdef", "hij", "hij"],
  ["one was taken back", "abcdefg", "def", "abcdef"],
  ["one was taken back, and an older one is shown in its place", "abcdef", "cde", "abcde"],
  ["none is left", "abc", "", ""],
])("%s", (_, read, newest, shown) => {
  expect(idsOf(withEarlier(said(read), said(newest)))).toBe(shown);
});

test("of a message that was read twice the newest reading counts", () => {
  const shown = withEarlier(said("abc", "sending"), said("bc", "sent"));
  expect(shown.map(({ text }) => text)).toEqual(["sending", "sent", "sent"]);
});
