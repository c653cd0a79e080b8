import { expect, test } from "vitest";
import { as, makeContext } from "@/db/testing/context";
import { makeArticle, makeTicket } from "@/db/testing/make";
import { toPublicId } from "../platform/ids";
import { TICKET_PREFIX } from "../ticket/model";
import { findSnippets } from "./find-snippets";

test("finds passages of published articles, and nothing of others", async () => {
  const ctx = await makeContext();
  const { ticket } = await makeTicket(ctx);
  const id = toPublicId(TICKET_PREFIX, ticket.id);
  await makeArticle(ctx, { title: "Export", body: "Open Reports and choose Export as CSV." });
  await makeArticle(ctx, { title: "Secret", body: "Export to nobody.", state: "draft" });

  expect(await findSnippets(ctx, { q: "export csv", ticket: id })).toMatchObject([
    { kind: "article", title: "Export", text: "Open Reports and choose Export as CSV." },
  ]);
  expect(await findSnippets(ctx, { q: "", ticket: id })).toEqual([]);
});

test("refuses other systems, and tickets that are not there", async () => {
  const ctx = await makeContext();
  const query = { q: "export", ticket: "t_nothing" };
  await expect(findSnippets(ctx, query)).rejects.toMatchObject({ code: "not_found" });
  const system = await as(ctx, { connection: ["tickets.read"] });
  await expect(findSnippets(system, query)).rejects.toMatchObject({ code: "forbidden" });
});
