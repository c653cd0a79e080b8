import { asc } from "drizzle-orm";
import { expect, test } from "vitest";
import { articles, passages } from "@/db/schema/knowledge";
import { as, makeContext } from "@/db/testing/context";
import { importArticles } from "./import-articles";

const FILES = [
  { path: "help/invite.md", text: "# Invite your team\n\nOpen Members and choose Invite." },
  { path: "help/vat.md", text: "---\ncategory: billing\n---\n# VAT\n\nOpen Billing." },
];

test("a folder becomes articles; the same folder again changes only what differs", async () => {
  const ctx = await makeContext({ role: "reviewer" });
  const files = [...FILES, { path: "help/empty.md", text: "# Empty\n" }];

  const first = await importArticles(ctx, { files });
  expect(first).toMatchObject({ created: 2, changed: 0, same: 0 });
  expect(first.refused).toMatchObject([
    { path: "help/empty.md", why: expect.stringMatching(/body/) },
  ]);

  const [invite, vat] = FILES;
  const changed = { path: vat?.path ?? "", text: `${vat?.text} Enter it there.` };
  const second = await importArticles(ctx, { files: [invite ?? changed, changed] });
  expect(second).toEqual({ created: 0, changed: 1, same: 1, refused: [] });

  const stored = await ctx.db.select().from(articles).orderBy(asc(articles.slug));
  expect(stored).toMatchObject([
    { slug: "invite", title: "Invite your team", state: "published", category: null },
    { slug: "vat", title: "VAT", body: "Open Billing. Enter it there.", category: "billing" },
  ]);
  expect(await ctx.db.select().from(passages)).toHaveLength(2);
});

test("agents may not", async () => {
  const ctx = await makeContext({ role: "reviewer" });
  const agent = await as(ctx, { role: "agent" });
  await expect(importArticles(agent, { files: FILES })).rejects.toMatchObject({
    code: "forbidden",
  });
  expect(await ctx.db.select().from(articles)).toEqual([]);
});
