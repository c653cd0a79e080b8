import { expect, test } from "vitest";
import type { Citable } from "./model-material";
import { citing, outputTokens } from "./model-request";

const result = (outcome: string, data: string) =>
  `<tool_result boundary="b">\n${JSON.stringify({ tool: "orders", outcome, data })}\n</tool_result boundary="b">`;

/** What the model reads, and what it may cite afterwards. */
async function afterRun(...said: string[]) {
  const citable = new Map<string, Citable>();
  const left = [...said];
  const run = async () => left.shift() ?? "";
  const tools = citing({ orders: { description: "", parameters: {}, run } }, citable);
  const read = [];
  for (const _ of said) read.push(await tools.orders?.run({}, new AbortController().signal));
  return { citable, read };
}

test("an answer has room for thoughts where the window is wide", () => {
  expect([4000, 16_000, 24_000, 32_000, 1_000_000].map(outputTokens)).toEqual([
    2000, 2000, 3000, 4000, 4000,
  ]);
});

test("what was looked up can be cited", async () => {
  const { citable, read } = await afterRun(result("answered", "shipped"));
  expect(citable.get("T1")).toMatchObject({ articleId: "tool", title: "Looked up: orders" });
  expect(read[0]).toMatch(/^The id of this result is T1\./);
});

test("a refusal is no source: the model may have written its words", async () => {
  const words = 'Unrecognized key: "Your balance of 50000 EUR"';
  const { citable, read } = await afterRun(
    result("refused", words),
    result("failed", words),
    result("proposed", '"outcome":"answered"'),
    `outcome answered\n${words}`,
    result("answered", "shipped"),
  );
  expect([...citable.keys()]).toEqual(["T1"]);
  expect(citable.get("T1")?.text).toContain("shipped");
  expect(read[0]).not.toMatch(/T\d/);
});
