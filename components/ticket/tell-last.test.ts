import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { tellLast } from "./tell-last";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A desk that answers when it is told to. */
function slowDesk() {
  const heard: string[] = [];
  const answers: { answer: () => void; lose: () => void }[] = [];
  const say = tellLast<string>("nothing", (now, told) => {
    heard.push(`${told} > ${now}`);
    return new Promise<void>((answer, fail) => {
      answers.push({ answer, lose: () => fail(new Error("offline")) });
    });
  });
  const settle = async (how: "answer" | "lose") => {
    answers.shift()?.[how]();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { heard, say, settle };
}

test("says one thing at a time, the newest next, and leaves out what that has overtaken", async () => {
  const { heard, say, settle } = slowDesk();
  say("writing");
  say("paused");
  say("nothing");
  expect(heard).toEqual(["nothing > writing"]);
  await settle("answer");
  expect(heard).toEqual(["nothing > writing", "writing > nothing"]);
  await settle("answer");
  say("writing");
  expect(heard.at(-1)).toBe("nothing > writing");
});

test("the last word is said again when it was lost, but not for ever", async () => {
  const { heard, say, settle } = slowDesk();
  say("writing");
  await settle("answer");
  say("nothing");
  await settle("lose");
  await vi.advanceTimersByTimeAsync(10_000);
  expect(heard.slice(1)).toEqual(["writing > nothing", "null > nothing"]);
  for (let more = 0; more < 5; more++) {
    await settle("lose");
    await vi.advanceTimersByTimeAsync(10_000);
  }
  expect(heard).toHaveLength(4);
  say("writing"); // goes on all the same
  expect(heard.at(-1)).toBe("null > writing");
});

test("what was lost is not said again once there is something newer", async () => {
  const { heard, say, settle } = slowDesk();
  say("writing");
  await settle("lose");
  say("nothing");
  await vi.advanceTimersByTimeAsync(10_000);
  expect(heard).toEqual(["nothing > writing", "null > nothing"]);
});
