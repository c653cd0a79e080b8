import { expect, test } from "vitest";
import { as, makeContext } from "@/db/testing/context";
import { makeTicket } from "@/db/testing/make";
import { readWriting } from "../inbox";
import { newId, toPublicId } from "../platform/ids";
import { TICKET_PREFIX } from "../ticket/model";
import { clearWriting } from "./clear-writing";
import { SaveWritingInput } from "./inputs";
import { saveWriting } from "./save-writing";

async function begun() {
  const ctx = await makeContext();
  const { ticket } = await makeTicket(ctx);
  const place = { ticketId: ticket.id, kind: "reply" } as const;
  const save = (html: string, revision: number) => saveWriting(ctx, { ...place, html, revision });
  const read = (who = ctx) => readWriting(who, { id: toPublicId(TICKET_PREFIX, ticket.id) });
  return { ctx, place, save, read };
}

test("keeps the newest text, clean, for its writer alone", async () => {
  const { ctx, save, read } = await begun();
  expect(await save("<p>Hi <b>Mina</b><script>x()</script></p>", 0)).toEqual({ revision: 1 });
  expect(await save("<p>Hi <b>Mina</b>, open it.</p>", 1)).toEqual({ revision: 2 });

  expect((await read()).reply).toMatchObject({
    html: "<p>Hi <strong>Mina</strong>, open it.</p>",
    text: "Hi Mina, open it.",
    revision: 2,
  });
  expect(await read(await as(ctx, { role: "admin" }))).toEqual({});
});

test("an older tab overwrites nothing, and what was sent does not come back", async () => {
  const { ctx, place, save, read } = await begun();
  await save("<p>one</p>", 0);
  await save("<p>two</p>", 1);
  for (const revision of [0, 1]) {
    await expect(save("<p>old</p>", revision)).rejects.toMatchObject({ code: "conflict" });
  }
  expect((await read()).reply?.text).toBe("two");

  await clearWriting(ctx, place);
  await expect(save("<p>two, late</p>", 2)).rejects.toMatchObject({ code: "conflict" });
  expect(await read()).toEqual({});
});

test("an empty text is forgotten", async () => {
  const { save, read } = await begun();
  await save("<p>one</p>", 0);
  expect(await save("<p></p>", 1)).toEqual({ revision: 0 });
  expect(await read()).toEqual({});
});

test("refuses other systems, and tickets that are not there", async () => {
  const { ctx, place } = await begun();
  const input = { ...place, html: "<p>x</p>", revision: 0 };
  const system = await as(ctx, { connection: ["tickets.write"] });
  await expect(saveWriting(system, input)).rejects.toMatchObject({ code: "forbidden" });
  await expect(saveWriting(ctx, { ...input, ticketId: newId() })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("a correction is kept letter for letter, one for each draft", async () => {
  const { ctx, place, save, read } = await begun();
  const [one, other] = [`draft.${newId()}`, `draft.${newId()}`] as const;
  const text = "Hi Mina,\n\n\n  open  it.\n";
  await save("<p>reply</p>", 0);
  for (const kind of [one, other]) {
    await saveWriting(ctx, { ...place, kind, html: "<p>x</p>", text, revision: 0 });
  }
  expect((await read())[one]).toMatchObject({ text, revision: 1 });

  await clearWriting(ctx, { ...place, kind: one });
  expect(Object.keys(await read()).sort()).toEqual([other, "reply"].sort());
});

test("of kinds that are none nothing is kept", () => {
  const { html, revision, ticketId } = { html: "<p>x</p>", revision: 0, ticketId: newId() };
  const kinds = ["reply", "note", `draft.${newId()}`, "draft.1", `draft.${newId()}x`, "other"];
  const taken = kinds.map(
    (kind) => SaveWritingInput.safeParse({ html, revision, ticketId, kind }).success,
  );
  expect(taken).toEqual([true, true, true, false, false, false]);
});
