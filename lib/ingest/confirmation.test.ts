import { expect, test } from "vitest";
import { looksLikeConfirmation, onlyConfirms } from "./confirmation";

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
