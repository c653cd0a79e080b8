import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { events } from "@/db/schema/event";
import { articles, passages } from "@/db/schema/knowledge";
import { makeContext, type TestContext } from "@/db/testing/context";
import { publishArticle, retireArticle, saveArticle, searchKnowledge, searchPassages } from ".";

const EXPORT = {
  title: "Export time entries as CSV",
  body: "Open Reports and choose Export. A link to the CSV file comes by mail.",
};

const admin = () => makeContext({ role: "admin" });
const slugs = async (ctx: TestContext, question: string) =>
  (await searchKnowledge(ctx.db, question)).articles.map(({ slug }) => slug);

describe("articles", () => {
  test("published ones can be found, and the change is told", async () => {
    const ctx = await admin();
    const { articleId } = await saveArticle(ctx, EXPORT);

    expect(await slugs(ctx, "how to get a csv?")).toEqual(["export-time-entries-as-csv"]);
    expect(
      await ctx.db.select().from(events).where(eq(events.type, "article.saved")),
    ).toMatchObject([{ payload: { articleId, state: "published" }, ticketId: null }]);
  });

  test("drafts and retired ones can't, and come back when published", async () => {
    const ctx = await admin();
    const { articleId } = await saveArticle(ctx, { ...EXPORT, state: "draft" });
    expect(await slugs(ctx, "csv")).toEqual([]);
    await publishArticle(ctx, { articleId });
    expect(await slugs(ctx, "csv")).toHaveLength(1);
    await retireArticle(ctx, { articleId });
    await retireArticle(ctx, { articleId });
    expect(await ctx.db.select().from(passages)).toEqual([]);
    expect(await ctx.db.select().from(articles)).toMatchObject([{ state: "retired" }]);
  });

  test("a change replaces what is cited", async () => {
    const ctx = await admin();
    const { articleId } = await saveArticle(ctx, EXPORT);
    await saveArticle(ctx, { ...EXPORT, articleId, body: "Use the spreadsheet button." });

    expect(await searchPassages(ctx.db, "spreadsheet", 5)).toMatchObject([
      { articleId, text: "Use the spreadsheet button." },
    ]);
    expect(await slugs(ctx, "link by mail")).toEqual([]);
  });

  test("what a person writes is no part of the demo, whatever the browser says", async () => {
    const ctx = await admin();
    await saveArticle(ctx, { ...EXPORT, demo: true });
    const desk = { ...ctx, actor: { type: "system", name: "demo" } } as const;
    await saveArticle(desk, { ...EXPORT, title: "From the demo", demo: true });
    expect(await ctx.db.select().from(articles).where(eq(articles.demo, true))).toMatchObject([
      { title: "From the demo" },
    ]);
  });

  test("two can't have one slug", async () => {
    const ctx = await admin();
    await saveArticle(ctx, EXPORT);
    await expect(saveArticle(ctx, EXPORT)).rejects.toMatchObject({ code: "conflict" });
  });

  test("agents may not write them, and nothing changes", async () => {
    const ctx = await makeContext({ role: "agent" });
    await expect(saveArticle(ctx, EXPORT)).rejects.toMatchObject({ code: "forbidden" });
    await expect(
      retireArticle(ctx, { articleId: "018f0000-0000-7000-8000-000000000001" }),
    ).rejects.toMatchObject({ code: "forbidden" });
    expect(await ctx.db.select().from(articles)).toEqual([]);
  });

  test("bad input names its fields", async () => {
    const ctx = await admin();
    await expect(saveArticle(ctx, { title: " ", body: "", slug: "No Slug" })).rejects.toMatchObject(
      {
        code: "invalid",
        fields: { title: expect.anything(), body: expect.anything(), slug: expect.anything() },
      },
    );
  });
});

describe("search", () => {
  async function library() {
    const ctx = await admin();
    await saveArticle(ctx, EXPORT);
    await saveArticle(ctx, {
      title: "Invite your team",
      body: "Open Members and choose Invite. Each person gets a link by mail.",
    });
    await saveArticle(ctx, {
      title: "Reset a password",
      body: "Open the sign-in page and choose Forgot password.",
    });
    return ctx;
  }

  test("any of the words is enough, and the most telling ones decide", async () => {
    const ctx = await library();
    const match = await searchKnowledge(
      ctx.db,
      "Colleagues of mine should join, can I invite them?",
    );
    expect(match.articles[0]).toMatchObject({ slug: "invite-your-team" });
    expect(match.total).toBe(3);
    expect(match.unknownShare).toBeGreaterThan(0.5);
  });

  test("no word in common is no match", async () => {
    const ctx = await library();
    expect(await searchKnowledge(ctx.db, "bananas?")).toMatchObject({
      articles: [],
      unknownShare: 1,
    });
  });

  test.each([
    "",
    "   ",
    "the and of",
    "'; drop table passages; --",
    "csv' | 'x",
    "\\ \\\\ ' '' \" : & | ! ( ) <-> :* csv:A",
    "https://example.org/a?b='c'&d=\\e user@example.org /etc/passwd csv",
    `${"csv ' \\ ".repeat(20_000)}`,
    "你好 csv 🙂",
  ])("takes %j as words", async (question) => {
    const ctx = await library();
    const found = await searchPassages(ctx.db, question, 3);
    expect(found.length).toBeLessThanOrEqual(3);
    if (/\bcsv\b/.test(question)) expect(found[0]?.slug).toBe("export-time-entries-as-csv");
    expect(await ctx.db.select().from(passages)).toHaveLength(3);
  });
});
