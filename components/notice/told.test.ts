import { expect, test } from "vitest";
import { takeUntold } from "./told";

/** What a browser keeps for all its tabs. */
function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
    key: () => null,
    length: 0,
  };
}

test("of all tabs one shows a notice, once", () => {
  const store = storage();
  expect(takeUntold(["b", "a"], store)).toEqual(["b", "a"]);
  expect(takeUntold(["b", "a"], store)).toEqual([]);
  expect(takeUntold(["c", "b"], store)).toEqual(["c"]);
});

test("what it can't read counts as nothing", () => {
  const store = storage();
  store.setItem("deskhand.notices.told", "{");
  expect(takeUntold(["a"], store)).toEqual(["a"]);
  expect(takeUntold(["a"], store)).toEqual([]);
});

test("it does not grow for ever", () => {
  const store = storage();
  for (let i = 0; i < 300; i++) takeUntold([`n${i}`], store);
  expect(takeUntold(["n299"], store)).toEqual([]);
  expect(takeUntold(["n0"], store)).toEqual(["n0"]);
});
