import { expect, test } from "vitest";
import { as, makeContext } from "@/db/testing/context";
import { runJobs } from "@/db/testing/run-jobs";
import { saveArticle } from "../knowledge";
import { readArticle, readArticles } from "./index";

test("the articles page names each article with its uses and what may be quoted", async () => {
  const ctx = await makeContext({ role: "reviewer" });
  const { articleId } = await saveArticle(ctx, {
    title: "Invite",
    body: "Open Members.",
    category: "general",
  });
  await runJobs(ctx);
  const agent = await as(ctx, { role: "agent" });

  expect(await readArticles(agent)).toMatchObject([{ id: articleId, uses: 0, state: "published" }]);
  expect(await readArticle(agent, articleId)).toMatchObject({
    body: "Open Members.",
    passages: [{ title: "Invite", text: "Open Members." }],
  });
  const key = await as(ctx, { connection: [] });
  await expect(readArticles(key)).rejects.toMatchObject({ code: "forbidden" });
});

test("an article in a category that is none is refused in words", async () => {
  const ctx = await makeContext({ role: "reviewer" });
  const input = { title: "Invite", body: "Open Members.", category: "nonsense" };
  await expect(saveArticle(ctx, input)).rejects.toMatchObject({ code: "invalid" });
});
