import { describe, expect, test } from "vitest";
import { z } from "zod";
import { inWords, readAnswer } from "./read-answer";
import { tokensOf } from "./tokens";

const Schema = z.object({ word: z.string() });
const read = (text: string, finish = "stop") => readAnswer(Schema, { text, finish });

describe("readAnswer", () => {
  test.each(['{"word":"yes"}', 'Gladly:\n```json\n{"word":"yes"}\n```', 'Well, {"word":"yes"}.'])(
    "reads %j",
    (text) => {
      expect(read(text)).toEqual({ ok: true, value: { word: "yes" } });
    },
  );

  test.each([
    ["", "stop", "empty"],
    ["   ", "stop", "empty"],
    ['{"word":"yes"}', "length", "cut_off"],
    ['{"word":"yes"}', "content-filter", "refused"],
    ["", "tool-calls", "bad_output"],
    ["no", "stop", "bad_output"],
    ['{"word":', "stop", "bad_output"],
    ['{"word":', "other", "cut_off"],
    ['{"other":"yes"}', "stop", "bad_output"],
  ])("%j, ended by %s, is %s", (text, finish, fault) => {
    expect(read(text, finish)).toMatchObject({ ok: false, failure: { fault, answered: true } });
  });

  test("says what is wrong without repeating the answer", () => {
    const found = read('{"other":"a secret"}');
    expect(found).toMatchObject({ complaint: expect.stringContaining("word") });
    expect(JSON.stringify(found)).not.toContain("secret");
  });

  test("asks in words with the schema", () => {
    expect(inWords(Schema)).toContain('"word":{"type":"string"}');
  });
});

test("tokens are rather too many, also in languages of wide characters", () => {
  expect(tokensOf("")).toBe(0);
  expect(tokensOf("The invoice of October.")).toBe(7);
  expect(tokensOf("請求書を送って")).toBe(7);
});
