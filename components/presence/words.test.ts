import { expect, test } from "vitest";
import { english } from "@/components/i18n/english";
import { namesOf } from "./words";

test("names people as one would say it", () => {
  const people = ["Lee", "Kim", "Sara"].map((name) => ({ name }));
  expect(namesOf([], english)).toBe("");
  expect(namesOf(people.slice(0, 1), english)).toBe("Lee");
  expect(namesOf(people.slice(0, 2), english)).toBe("Lee and Kim");
  expect(namesOf(people, english)).toBe("Lee, Kim and Sara");
});
