import { parseKeybinding } from "tinykeys";
import { expect, test } from "vitest";
import {
  ariaBinding,
  bindingFrom,
  bindingOf,
  bindingWords,
  KEYS,
  type Key,
  pressesOf,
  takenBy,
} from "./key-map";

const press = (key: string, held: Partial<Record<"shiftKey" | "ctrlKey" | "metaKey", true>> = {}) =>
  bindingFrom({ key, shiftKey: false, ctrlKey: false, metaKey: false, ...held });

test("no two defaults collide, and none begins another", () => {
  for (const key of Object.keys(KEYS) as Key[]) {
    expect(takenBy({}, key, key), key).toBeNull();
  }
});

test("the issue's keys are the defaults", () => {
  const wanted = "j k enter escape x shift+j shift+k r n a i e shift+e h l p s m c d v t z".split(
    " ",
  );
  const more = ["g i", "g r", "g m", "g s", "g k", "g c", "/", "mod+k", "?", "[", "]"];
  expect(Object.keys(KEYS)).toEqual(
    expect.arrayContaining([...wanted, ...more, "mod+enter", "mod+shift+enter"]),
  );
});

test("a changed key takes the place of the default, and frees it", () => {
  const map = { e: "y" };
  expect(bindingOf(map, "e")).toBe("y");
  expect(takenBy(map, "r", "y")).toBe("e");
  expect(takenBy(map, "r", "e")).toBeNull();
});

test("the first press of a sequence is no key of its own", () => {
  expect(takenBy({}, "r", "g")).toBe("g i");
});

test("a press is read as people mean it", () => {
  expect(press("y")).toBe("y");
  expect(press("Y", { shiftKey: true })).toBe("shift+y");
  expect(press("?", { shiftKey: true })).toBe("?");
  expect(press("Enter", { ctrlKey: true, shiftKey: true })).toBe("mod+shift+enter");
  expect(press("k", { metaKey: true })).toBe("mod+k");
  expect(press("Shift", { shiftKey: true })).toBeNull();
});

test("every default is one that the library can match", () => {
  for (const key of Object.keys(KEYS)) {
    const presses = parseKeybinding(pressesOf(key));
    expect(presses, key).toHaveLength(key.split(" ").length);
  }
});

test("keys are written as each machine writes them", () => {
  expect(bindingWords("mod+enter", false)).toBe("Ctrl ↵");
  expect(bindingWords("mod+enter", true)).toBe("⌘↵");
  expect(bindingWords("g i", false)).toBe("G I");
  expect(ariaBinding("mod+shift+enter")).toBe("Control+Shift+Enter Meta+Shift+Enter");
  expect(ariaBinding("shift+e")).toBe("Shift+E");
});
