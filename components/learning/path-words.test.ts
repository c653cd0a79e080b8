import { expect, test } from "vitest";
import { english } from "@/components/i18n/english";
import { detailsOf } from "./path-words";

test("a path tells what was tried, what was used, and which reply helped", () => {
  expect(
    detailsOf(
      {
        path: {
          answers: [
            { subject: "answer:1", byPerson: false, helped: false, at: "2026-11-21T10:00:00.000Z" },
            { subject: "answer:2", byPerson: true, helped: true, at: "2026-11-22T10:00:00.000Z" },
          ],
          tried: [{ step: "reloaded the page", helped: false }],
          tools: ["lookup"],
        },
        mood: { before: 0.25, after: -0.9, falling: true },
      },
      english,
    ),
  ).toEqual([
    "Tried before: reloaded the page: it did not help",
    "Tools used: lookup",
    "Reply 1, by the desk: it did not help",
    "Reply 2, by a person: it helped",
    "The tone fell from 0.2 to −0.9",
  ]);
});

test("a rating tells its comment, a second ticket its number, anything else nothing", () => {
  expect(detailsOf({ score: 2, comment: "Too long." }, english)).toEqual(["“Too long.”"]);
  expect(detailsOf({ because: "asked again in #1042" }, english)).toEqual(["Asked again in #1042"]);
  expect(detailsOf({ path: "of another version" }, english)).toEqual([]);
  expect(detailsOf({}, english)).toEqual([]);
});
