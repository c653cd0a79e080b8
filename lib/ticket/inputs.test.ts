import { expect, test } from "vitest";
import { newId, toPublicId } from "../platform/ids";
import { ReplyInput, TicketRef, WrittenText } from "./inputs";

test("TicketRef takes both forms of a ticket's id", () => {
  const id = newId();
  expect(TicketRef.parse(id)).toBe(id);
  expect(TicketRef.parse(toPublicId("t", id))).toBe(id);
  for (const bad of ["", "1042", toPublicId("m", id), `${id}x`]) {
    expect(TicketRef.safeParse(bad).success).toBe(false);
  }
});

test("WrittenText refuses what can't be stored or sent", () => {
  expect(WrittenText.parse(" a\r\nb\rc \n")).toBe("a\nb\nc");
  for (const bad of ["", " \n\t", "a\u0000b", "\ud800", "x".repeat(100_001), 7, null]) {
    expect(WrittenText.safeParse(bad).success).toBe(false);
  }
});

test("a reply leads to pending or resolved only", () => {
  const input = { ticketId: newId(), text: "Hello" };
  expect(ReplyInput.safeParse({ ...input, thenStatus: "closed" }).success).toBe(false);
});
