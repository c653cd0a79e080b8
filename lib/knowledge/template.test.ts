import { describe, expect, test } from "vitest";
import { splitSentences } from "./split-passages";
import { agreeOn, commonPart, fillTemplate, maskOf, piecesOf, templateOf } from "./template";

const MINA = { name: "Mina Okafor", email: "mina@acme.test", account: "Acme Ltd", ticket: 1042 };
const JOE = { name: "Joe Blunt", email: "joe@other.test", account: "Other Inc", ticket: 1077 };

describe("templateOf", () => {
  test("drops greeting and sign-off, and puts placeholders for who it was written to", () => {
    const reply =
      "Hi Mina,\n\nwe mailed the file to mina@acme.test, Mina. It belongs to Acme Ltd (#1042).\n\nBest regards,\nDana";
    expect(templateOf(reply, MINA)).toBe(
      "We mailed the file to {email}, {name}. It belongs to {account} (#{ticket}).",
    );
  });

  test("keeps an answer that begins with no greeting, and thanks inside it", () => {
    const reply = "High load was the cause.\nThanks to your log we found it, and it is fixed.";
    expect(templateOf(reply, MINA)).toBe(reply);
  });
});

describe("two uses of one answer", () => {
  test("are the same words whatever the names and numbers", () => {
    const one = templateOf("Hi Mina, order 4711 ships in 3 days.", MINA);
    const two = templateOf("Hello Joe,\norder 9001 ships in 3 days!", JOE);
    expect(maskOf(one)).toBe(maskOf(two));
    expect(agreeOn(one, two)).toBe("Order {number} ships in 3 days.");
  });

  test("differ by a word", () => {
    expect(agreeOn("Restart the app.", "Restart the phone.")).toBeNull();
  });

  test("a sentence that only one has is left out", () => {
    const pieces = (text: string) => piecesOf(text, splitSentences);
    const one = pieces(
      "Open Settings and choose Export. We mail you a link. Your boss Peter knows.",
    );
    const two = pieces("Open Settings and choose Export. We mail you a link.");
    expect(commonPart(one, two)).toEqual([
      "Open Settings and choose Export.",
      "We mail you a link.",
    ]);
    expect(commonPart(one, pieces("Open Settings and choose Export."))).toBeNull();
  });
});

test("placeholders are filled from what is known, and the rest is named", () => {
  const { text, missing } = fillTemplate("{name}, {account} pays {amount} by {number}.", JOE);
  expect(text).toBe("Joe, Other Inc pays {amount} by {number}.");
  expect(missing).toEqual(["amount", "number"]);
});

test("a name from outside brings no link and no speech into a reply", () => {
  const bad = { name: "https://evil.test/x Joe", account: "Pay at evil.test now", email: null };
  const { text, missing } = fillTemplate("{name}, {account}.", { ...bad, ticket: 1 });
  expect(text).toBe("{name}, {account}.");
  expect(missing).toEqual(["name", "account"]);
});
