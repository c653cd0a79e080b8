import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import { expect, test } from "vitest";
import { german } from "./german";

/** Doors for machines: what they refuse is read by programmers, in English. */
const FOR_MACHINES = [
  "lib/channel/ingest-rate.ts",
  "lib/channel/verify-ingest.ts",
  "lib/inbox/conversation.ts",
  "lib/ingest/",
  "lib/platform/",
];
/** Any word may stand in a hole; this one no catalogue holds. */
const HOLE = "7";

/** The sentence of `new AppError("conflict", "It is closed.")`, with its holes filled; null for no literal. */
function sentenceOf(node: ts.Node): string | null {
  if (!ts.isNewExpression(node)) return null;
  if (!/^(App|Template)Error$/.test(node.expression.getText())) return null;
  const said = node.arguments?.[1];
  if (!said) return null;
  if (ts.isStringLiteralLike(said)) return said.text;
  if (!ts.isTemplateExpression(said)) return null;
  return said.head.text + said.templateSpans.map(({ literal }) => HOLE + literal.text).join("");
}

function refusalsIn(node: ts.Node): string[] {
  const own = sentenceOf(node);
  const found = own === null ? [] : [own];
  ts.forEachChild(node, (child) => void found.push(...refusalsIn(child)));
  return found;
}

/** Files that refuse something: to read them all would take long. */
const refusing = () =>
  readdirSync("lib", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .map((name) => ({ fileName: `lib/${name}`, text: readFileSync(`lib/${name}`, "utf8") }))
    .filter(({ fileName, text }) => {
      return /new \w+Error\(/.test(text) && !FOR_MACHINES.some((one) => fileName.startsWith(one));
    })
    .map(({ fileName, text }) => ts.createSourceFile(fileName, text, ts.ScriptTarget.Latest, true));

/** Made of parts that are in the catalogue one by one: the kind of label, or of request. */
const BY_PARTS = new Set([
  "There is no such 7.",
  "a 7 has no body",
  "Too many failed sign-ins. Try again in 7 minute7.",
]);

test("German says every refusal that a person may read", () => {
  const said = refusing().flatMap((file) =>
    refusalsIn(file).map((sentence) => ({ file: file.fileName, sentence })),
  );
  expect(said.length).toBeGreaterThan(100);
  const lacking = said
    .filter(({ sentence }) => !BY_PARTS.has(sentence) && german.stored(sentence) === sentence)
    .map(({ file, sentence }) => `${file}: ${sentence}`);
  expect(lacking).toEqual([]);
});

test("what has parts is said whole", () => {
  expect(german.stored("There is no such intent.")).toBe("Dieses Anliegen gibt es nicht.");
  expect(german.stored("a DELETE has no body")).toBe("ein DELETE hat keinen Inhalt");
  expect(
    german.stored(
      "This ticket has changed since you opened it: it is pending customer now. Look at what is new, then try again.",
    ),
  ).toContain("wartet auf Kunden");
});
