import { expect, test } from "vitest";
import { as, makeContext } from "@/db/testing/context";
import { setSetting } from "../desk";
import { readSettings } from "./read-settings";

test("admins read what is in force, with teams and categories", async () => {
  const ctx = await makeContext({ role: "admin" });
  await setSetting(ctx, { name: "reply.undoSeconds", value: 30 });

  expect(await readSettings(ctx)).toMatchObject({
    undoSeconds: 30,
    bands: { send: 0.85, flag: 0.6 },
    aiStopped: false,
  });
  expect((await readSettings(ctx)).categories.map(({ slug }) => slug)).toContain("billing");
});

test("nobody else reads them", async () => {
  const ctx = await makeContext();
  const agent = await as(ctx, { role: "agent" });
  await expect(readSettings(agent)).rejects.toMatchObject({ code: "forbidden" });
});
