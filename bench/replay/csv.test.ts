import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { parseCsv, readRows } from "./csv";
import { readFaq } from "./faq-files";

const folders: string[] = [];

function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "replay-"));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const fieldsOf = (text: string) => parseCsv(text).map(({ fields }) => fields);

describe("CSV", () => {
  test("quotes, doubled quotes and line breaks inside quotes", () => {
    expect(fieldsOf('a,b\n"x, ""y""\nz",2\r\n')).toEqual([
      ["a", "b"],
      ['x, "y"\nz', "2"],
    ]);
  });

  test("any line end, blank lines, empty fields, a quote inside a word, no last line end", () => {
    expect(fieldsOf('a\r\rb,\n\n"",5" pipe')).toEqual([["a"], ["b", ""], ["", '5" pipe']]);
  });

  test("rows know the line that they begin on", () => {
    expect(parseCsv('h\n"1\n2"\n\nx\n').map(({ number }) => number)).toEqual([1, 2, 5]);
  });

  test("columns in any order, beside others, with a byte order mark", () => {
    const folder = folderWith({
      "test.csv": "\uFEFFid,Category,oos, text \r\n1,card,true,where is it\r\n2,fee,,why\r\n",
    });
    expect(readRows(folder, "test.csv")).toEqual([
      { text: "where is it", category: "card", outOfScope: true },
      { text: "why", category: "fee", outOfScope: false },
    ]);
  });

  test.each([
    ["text,label\na,b\n", /needs the columns text and category; its first line has: text, label/],
    ["", /its first line has: nothing/],
    ["text,category\n", /has no rows/],
    ["text,category\na,b\nc\n", /train\.csv, line 3: 1 columns, at least 2 needed/],
    ["text,category\na,b\nc, \n", /train\.csv, line 3: the category is empty/],
    ['text,category\na,b\n"c,d\n', /train\.csv, line 3: a quote is opened and never closed/],
  ])("%j is refused with its place", (text, message) => {
    expect(() => readRows(folderWith({ "train.csv": text }), "train.csv")).toThrow(message);
  });

  test("a missing file is named", () => {
    expect(() => readRows(folderWith({}), "train.csv")).toThrow(/train\.csv is missing/);
  });
});

describe("FAQ folders", () => {
  const articles = '\uFEFF{"id": 1, "title": "Fees", "body": "None."}\r\n\r\n';

  test("numbers as ids, line ends and empty titles are taken as they come", () => {
    const files = {
      "articles.jsonl": articles,
      "questions.jsonl": '{"text": "cost?", "article_id": "1"}',
    };
    expect(readFaq(folderWith(files))).toEqual({
      articles: [{ id: "1", title: "Fees", body: "None." }],
      questions: [{ text: "cost?", article_id: "1" }],
    });
  });

  test.each([
    ["{oops\n", /questions\.jsonl, line 1: this is no JSON/],
    ['\n{"text": "a"}\n', /questions\.jsonl, line 2: article_id/],
    ['{"text": "a", "article_id": 2}\n', /questions\.jsonl, line 1: there is no article 2/],
    ["\n", /questions\.jsonl has no lines/],
  ])("%j is refused with its place", (questions, message) => {
    const files = { "articles.jsonl": articles, "questions.jsonl": questions };
    expect(() => readFaq(folderWith(files))).toThrow(message);
  });
});
