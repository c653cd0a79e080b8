import { describe, expect, test } from "vitest";
import { reasonsForPeople } from "./people-first";
import { feel, hasFallenTwice, trendOf } from "./sentiment";

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

test.each([
  [[], null],
  [[0.4], null],
  [[0, -0.5], -0.5],
  [[-0.4, -0.2, 0.3], 0.6],
  [[1, 1, -1], -1],
  [[0.2, 0.2], 0],
])("the trend of %o is %o", (scores, trend) => expect(trendOf(scores)).toBe(trend));

describe("people first", () => {
  const GOES = { desk: false, team: false, customer: false };
  const FREE = {
    text: "",
    thread: [],
    takenOver: false,
    stoppedByRule: null,
    escalationReason: null,
    stopped: GOES,
  };
  const why = (change: Partial<Parameters<typeof reasonsForPeople>[0]>) =>
    reasonsForPeople({ ...FREE, ...change });

  test.each([
    "Let me speak to a real person.",
    "Can you transfer me to an agent?",
    "I want a human being.",
    "Please call me.",
    "No more bots",
    "I want a person!",
    "Give me a human to talk to",
    "Ich will mit einem Mitarbeiter sprechen",
  ])("%s", (text) => {
    expect(why({ text })[0]).toMatch(/asks for a person/);
  });

  test("a rule, a person, a mood", () => {
    expect(why({ stoppedByRule: "VIP" })).toEqual(['rule "VIP" leaves it to people']);
    expect(why({ takenOver: true })).toEqual(["a person has taken it over"]);
    expect(
      why({ thread: ["Hello", "I'm disappointed.", "Ridiculous, nobody answers!"] }),
    ).toHaveLength(1);
  });

  test("a hand-over by another system, and an AI that people have stopped", () => {
    expect(why({ escalationReason: "asked twice" })).toEqual(["it arrived escalated: asked twice"]);
    expect(why({ stopped: { desk: true, team: true, customer: true } })).toEqual([
      "the AI is stopped on this desk",
      "the AI is stopped for this team",
      "the AI is stopped for this customer",
    ]);
  });

  test("an ordinary question may be answered", () => {
    expect(why({ text: "How do I call the API? Do I need an agent key?" })).toEqual([]);
    expect(why({ text: "I need a manager role for my project." })).toEqual([]);
  });
});
