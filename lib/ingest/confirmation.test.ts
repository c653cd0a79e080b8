import { describe, expect, test } from "vitest";
import { looksLikeConfirmation, onlyConfirms, settles } from "./confirmation";

test.each([
  "thanks",
  "Thank you!",
  "Thank you so much for your help",
  "ok",
  "OK 👍",
  "okay thank you",
  "That worked, thanks!",
  "perfect",
  "no thanks",
  "nothing else, thank you",
  "bye",
  "have a great day",
  "Vielen Dank!",
  "Danke, das hat geklappt",
  "merci beaucoup",
  "¡Muchas gracias!",
  "grazie mille",
  "ありがとうございます",
  "Спасибо!",
  "no thank you",
  "thats all thanks",
])("%s only thanks or confirms", (text) => {
  expect(looksLikeConfirmation(text)).toBe(true);
});

test.each([
  "no",
  "yes",
  "nothing",
  "yes please",
  "That did not work, thanks",
  "thanks, but it still fails",
  "ok?",
  "Thanks! Can you also refund me?",
  "thanks please cancel my account",
  "now",
  "for you",
  "it works on my phone but not here",
  "no help",
  "I will leave a bad review, bye bye forever",
  "Danke, aber es geht immer noch nicht",
  "Merci mais ça ne marche pas",
  "the day",
  "1234",
  "",
])("%s does not", (text) => {
  expect(looksLikeConfirmation(text)).toBe(false);
});

test("a bare ok after a question is an answer, thanks are not", () => {
  expect(onlyConfirms("ok", "Shall we close it?")).toBe(false);
  expect(onlyConfirms("ok", "We have closed it.")).toBe(true);
  expect(onlyConfirms("ok thanks", "Is there anything else?")).toBe(true);
});

describe("what settles a ticket that waits for the customer", () => {
  const ai = { text: "Please sign in again.", author: "ai" } as const;
  const person = { text: "I will look into it.", author: "agent" } as const;

  test("thanks for an automatic answer, and success after any", () => {
    expect(settles("Thanks!", ai)).toBe(true);
    expect(settles("Danke, funktioniert wieder", person)).toBe(true);
    expect(settles("Thanks, that worked!", person)).toBe(true);
  });

  test("not thanks to a person, a bare ok, or anything while a question is open", () => {
    expect(settles("Vielen Dank!", person)).toBe(false);
    expect(settles("ok", ai)).toBe(false);
    expect(settles("Thanks!", { ...ai, text: "Which browser is it?" })).toBe(false);
    expect(settles("Thanks, but it fails again", ai)).toBe(false);
  });
});
