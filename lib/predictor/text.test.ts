import { describe, expect, test } from "vitest";
import { bagOf } from "./features";
import { normaliseText, splitWords } from "./text";

describe("normaliseText", () => {
  test("drops greeting, quoted mail and signature, and hides personal numbers", () => {
    const mail =
      "Hi Anna,\nmy order 4711998877 didn’t come.\nWrite to me@example.org\n> old text\n-- \nBob";
    const text = normaliseText(mail);
    expect(text).toBe("my order  numberhere  didn't come.\nwrite to  mailhere");
    expect(splitWords(text)).toContain("didnt");
  });

  test("keeps short numbers and a text that is only a greeting", () => {
    expect(normaliseText("Error 404 after 2 weeks")).toBe("error 404 after 2 weeks");
    expect(normaliseText("Hello,")).toBe("hello,");
    expect(normaliseText("Hi my card is lost")).toBe("hi my card is lost");
  });
});

describe("bagOf", () => {
  test("is the same for the same text and facts, and differs by fact", () => {
    expect(bagOf("Card lost", { a: "1", b: "2" })).toEqual(bagOf("card lost", { b: "2", a: "1" }));
    expect(bagOf("card lost", { a: "1" })).not.toEqual(bagOf("card lost"));
  });

  test("finds common runs in scripts without spaces", () => {
    const a = new Set(bagOf("支払いができません").ids);
    const shared = [...bagOf("支払いが遅い").ids].filter((id) => a.has(id));
    expect(shared.length).toBeGreaterThan(3);
  });
});
