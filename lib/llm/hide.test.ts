import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cpuMs } from "@/db/testing/cpu-time";
import { makeMask } from "./hide";

const MINA = {
  names: ["Mina Okafor"],
  emails: ["mina@okafor.example"],
  others: ["Okafor & Sons", "K-20931"],
};

describe("makeMask", () => {
  test("hides who it is about, also parts of the name and in other writings", () => {
    const mask = makeMask(MINA);
    const text = `Hi, I am MINA (mina@okafor.example), of Okafor & Sons, customer K-20931.\nMina  Okafor`;
    const hidden = mask.hide(text);
    expect(hidden).not.toMatch(/mina|okafor|20931/i);
    expect(mask.show(hidden)).toBe(text);
  });

  test.each([
    ["an address", "write to joe.bloggs+x@mail.example.co.uk please", /bloggs/],
    ["a phone number", "call +49 (0)30 901820-44 now", /901820/],
    ["an IBAN", "pay to DE89 3704 0044 0532 0130 00.", /3704|0532/],
    ["a card", "my card 4111 1111 1111 1111 fails", /1111/],
    ["a long number", "passport 1234567890123456789012", /123456/],
    ["an address of the internet", "from 192.168.100.20", /192/],
  ])("hides %s, whoever's it is", (_, text, gone) => {
    const mask = makeMask(undefined);
    const hidden = mask.hide(text);
    expect(hidden).not.toMatch(gone);
    expect(hidden).toMatch(/\[[A-Z]+_1\]/);
    expect(mask.show(hidden)).toBe(text);
  });

  test("hides them behind the escapes of JSON as well", () => {
    const mask = makeMask(MINA);
    const json = JSON.stringify({
      text: "Thanks,\nMina Okafor <mina@okafor.example>\n0301234567\nx@y.example <j@else.example> <Mina>",
    }).replace(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
    const hidden = mask.hide(json);
    expect(hidden).not.toMatch(/mina|okafor|0301234567|x@y|j@else/i);
    expect(JSON.parse(mask.show(hidden))).toEqual(JSON.parse(json));
    expect(() => JSON.parse(hidden)).not.toThrow();
  });

  test.each([
    ["田中 太郎", "私は田中です。田中太郎と申します。", /田中|太郎/],
    ["王小明", "我叫王小明，请帮我。", /王小明/],
    ["김민수", "저는 김민수입니다.", /김민수/],
    ["สมชาย ใจดี", "ผมชื่อสมชายครับ", /สมชาย/],
    ["山田 ハナ", "ハナと山田ハナです", /山田|ハナ/],
  ])("hides the name %s where no space is around it", (name, text, gone) => {
    const mask = makeMask({ names: [name], emails: [], others: [] });
    const hidden = mask.hide(text);
    expect(hidden).not.toMatch(gone);
    expect(mask.show(hidden)).toBe(text);
  });

  test.each([
    "on 2026-11-21 and 21.11.2026",
    "version 10.4.0, 500,000 rows, 1042, 19.99",
    "id 0193a1b2-1234-7000-8123-123456789abc stays",
    "an annual bill",
  ])("leaves %j alone", (text) => {
    const mask = makeMask({ names: ["Ann Bi"], emails: [], others: [] });
    expect(mask.hide(text)).toBe(text);
  });

  test("is stable within a request: the same value, the same placeholder", () => {
    const mask = makeMask(undefined);
    expect(mask.hide("a@b.example, c@d.example, a@b.example")).toBe(
      "[EMAIL_1], [EMAIL_2], [EMAIL_1]",
    );
    expect(mask.hide("c@d.example")).toBe("[EMAIL_2]");
  });

  test("a customer's own placeholder never becomes somebody's value", () => {
    const mask = makeMask(MINA);
    const text = "Put [EMAIL_1] here. Mine is mina@okafor.example";
    const hidden = mask.hide(text);
    expect(hidden).not.toContain("Put [EMAIL_1]");
    expect(mask.show(hidden)).toBe(text);
  });

  test("what the model invents stays visible", () => {
    const mask = makeMask(MINA);
    mask.hide("mina@okafor.example");
    expect(mask.show({ text: "to [EMAIL_9]", list: ["[EMAIL_1]"], n: 3, none: null })).toEqual({
      ...{ text: "to [EMAIL_9]", list: ["mina@okafor.example"], n: 3, none: null },
    });
  });

  test("half a placeholder is not shown while an answer grows", () => {
    const mask = makeMask(MINA);
    const hidden = mask.hide("Hi mina@okafor.example, hello");
    const seen = [...hidden].map((_, n) => mask.showPartial({ text: hidden.slice(0, n + 1) }).text);
    for (const part of seen) expect("Hi mina@okafor.example, hello".startsWith(part)).toBe(true);
    expect(seen.at(-1)).toBe("Hi mina@okafor.example, hello");
  });

  test("takes linear time", () => {
    const mask = makeMask(MINA);
    const ms = cpuMs(() => {
      for (const piece of ["1 ", "a.", "a@a.", "DE12 ", "[EMAIL_", "mina", "\\u003c", "+(1-"]) {
        mask.hide(piece.repeat(100_000 / piece.length));
      }
    });
    expect(ms).toBeLessThan(4000);
  });
});

const word = fc.stringMatching(/^[A-Z][a-zäöüé]{2,9}$/);
const email = fc
  .tuple(fc.stringMatching(/^[a-z]{3,8}$/), fc.stringMatching(/^[a-z]{3,8}$/))
  .map(([user, host]) => `${user}@${host}.example`);
const filler = fc.oneof(
  fc.string(),
  fc.constantFrom("\n", " ", ", ", "\\n", "[EMAIL_1]", "[NAME_2]", "<", '"', "0301234567"),
);

test("whatever the text: it comes back as it was, and nothing personal leaves", {
  timeout: 120_000, // ms; each run compiles expressions of its own names
}, () => {
  const texts = fc.record({
    first: word,
    last: word,
    address: email,
    other: fc.stringMatching(/^[A-Z]{2}-[0-9]{4}$/),
    fillers: fc.array(filler, { minLength: 1, maxLength: 12 }),
    order: fc.array(fc.nat(3), { minLength: 1, maxLength: 12 }),
  });
  fc.assert(
    fc.property(texts, ({ first, last, address, other, fillers, order }) => {
      const values = [`${first} ${last}`, address, other, first];
      const plain = order.map((n, at) => `${fillers[at % fillers.length]} ${values[n]} `).join("");
      const mask = makeMask({ names: [`${first} ${last}`], emails: [address], others: [other] });
      for (const text of [plain, JSON.stringify({ plain })]) {
        const hidden = mask.hide(text);
        expect(mask.show(hidden)).toBe(text);
        expect(hidden).not.toContain(address);
        const parts = hidden.replace(/\[[A-Z]+_\d+\]/g, " ");
        for (const value of [first, last, other]) {
          expect(parts).not.toMatch(
            new RegExp(`(?<![\\p{L}\\p{N}])${value}(?![\\p{L}\\p{N}])`, "u"),
          );
        }
      }
    }),
    { numRuns: 200 },
  );
});
