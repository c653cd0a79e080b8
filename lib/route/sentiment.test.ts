import { describe, expect, test } from "vitest";
import { reasonsForPeople } from "./people-first";
import { feel, hasFallenTwice } from "./sentiment";

describe("feel", () => {
  test.each([
    ["This is the third time I write about this.", "wrote about it before"],
    ["I have been waiting for two weeks.", "has been waiting"],
    ["Nobody answers my mails.", "says that nobody answers"],
    ["My lawyer will be in touch.", "speaks of lawyers, regulators or the public"],
    ["This is unacceptable.", "is angry"],
    ["I'm really disappointed.", "is disappointed or frustrated"],
    ["Please fix this ASAP.", "is under pressure or worried"],
    ["Great job, guys. Down again.", "sounds sarcastic"],
    ["NOTHING WORKS SINCE YESTERDAY", "writes in capitals"],
    ["Where is my money?!", "writes ?! or !!"],
    ["Nobody here can work.", "is hurt by the problem"],
  ])("%s is negative: %s", (text, reason) => {
    const { score, reasons } = feel(text);
    expect(score).toBeLessThan(0);
    expect(reasons.map((one) => one.text)).toContain(reason);
    expect(reasons.every(({ evidence }) => evidence.length > 0)).toBe(true);
  });

  test.each(["It works now, thank you!", "I love your product.", "Excellent support."])(
    "%s is positive",
    (text) => {
      expect(feel(text).score).toBeGreaterThan(0);
    },
  );

  test.each([
    "How do I kill a job?",
    "The log says: fatal error, process terminated.",
    "Please abort the import.",
    "Can I use the API and the CSV export?",
    "",
  ])("%s says nothing of a mood", (text) => {
    expect(feel(text)).toEqual({ score: 0, reasons: [] });
  });

  test("thanks in sarcasm and complaints are no praise", () => {
    expect(feel("Thanks for nothing.").score).toBeLessThan(0);
    expect(feel("Thanks, but this is unacceptable.").score).toBeLessThan(-0.3);
  });

  test("stays within −1 and 1", () => {
    const all = "Third time I write! Nobody answers, waiting for weeks. Lawyer! Unacceptable ?!?!";
    expect(feel(all.repeat(200)).score).toBeGreaterThanOrEqual(-1);
    expect(feel(all).score).toBeLessThan(-0.8);
  });
});

test("a mood that falls twice is noticed", () => {
  const calm = "How do I export?";
  const annoyed = "I'm disappointed.";
  const furious = "This is ridiculous, nobody answers. My lawyer will write.";
  expect(hasFallenTwice([calm, annoyed, furious])).toBe(true);
  expect(hasFallenTwice([annoyed, furious])).toBe(false);
  expect(hasFallenTwice([furious, annoyed, calm])).toBe(false);
  expect(hasFallenTwice([calm, furious, furious])).toBe(false);
});

describe("people first", () => {
  const FREE = { text: "", thread: [], assigned: false, personReplied: false, stoppedByRule: null };
  const why = (change: Partial<Parameters<typeof reasonsForPeople>[0]>) =>
    reasonsForPeople({ ...FREE, ...change });

  test.each([
    "Let me speak to a real person.",
    "Can you transfer me to an agent?",
    "I want a human being.",
    "Please call me.",
    "No more bots",
    "Ich will mit einem Mitarbeiter sprechen",
  ])("%s", (text) => {
    expect(why({ text })[0]).toMatch(/asks for a person/);
  });

  test("a rule, a person, a mood", () => {
    expect(why({ stoppedByRule: "VIP" })).toEqual(['rule "VIP" leaves it to people']);
    expect(why({ assigned: true, personReplied: true })).toEqual(["a person has taken it over"]);
    expect(
      why({ thread: ["Hello", "I'm disappointed.", "Ridiculous, nobody answers!"] }),
    ).toHaveLength(1);
  });

  test("an ordinary question may be answered", () => {
    expect(why({ text: "How do I call the API? Do I need an agent key?" })).toEqual([]);
  });
});
