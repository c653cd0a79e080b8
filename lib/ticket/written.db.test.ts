import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { events } from "@/db/schema/event";
import { messages } from "@/db/schema/ticket";
import { makeContext } from "@/db/testing/context";
import { makeTicket } from "@/db/testing/make";
import { newId } from "../platform/ids";
import { addNote } from "./add-note";
import { written } from "./written";

test("a note keeps its formatting clean, its own words, and whom it calls", async () => {
  const ctx = await makeContext();
  const { ticket } = await makeTicket(ctx);
  const ada = newId();
  const html = `<p onclick="x()">See <b>this</b> <span data-mention="${ada}">@Ada</span></p>`;
  const { messageId } = await addNote(ctx, {
    ticketId: ticket.id,
    text: "something else",
    html,
    mentions: [ada, ada],
  });

  expect(await ctx.db.select().from(messages).where(eq(messages.id, messageId))).toMatchObject([
    {
      text: "See this @Ada",
      html: `<p>See <strong>this</strong> <span data-mention="${ada}">@Ada</span></p>`,
    },
  ]);
  expect(await ctx.db.select().from(events).where(eq(events.type, "note.added"))).toMatchObject([
    { payload: { messageId, mentions: [ada] } },
  ]);
});

test("paragraphs alone are kept as words", () => {
  expect(written({ text: "x", html: "<p>one</p><p>two</p>" })).toEqual({
    text: "one\n\ntwo",
    html: null,
  });
  expect(written({ text: "as it is" })).toEqual({ text: "as it is", html: null });
});

test("what holds nothing but markup is refused", () => {
  expect(() => written({ text: "x", html: "<p><img src=x></p>" })).toThrow(/not right/);
});
