import { expect, test } from "vitest";
import { makeContext } from "@/db/testing/context";
import { ledger } from "@/db/testing/learning";
import { makeArticle } from "@/db/testing/make";
import { backfillArticles } from "./backfill-articles";

test("articles of before the ledger reach it once; drafts don't", async () => {
  const ctx = await makeContext();
  const old = await makeArticle(ctx);
  await makeArticle(ctx, { state: "draft" });

  expect(await backfillArticles.run(ctx, {})).toBe("1 articles");
  expect(await backfillArticles.run(ctx, {})).toBe("0 articles");

  expect(await ledger(ctx)).toMatchObject([{ kind: "article", subject: `article:${old.id}` }]);
});
