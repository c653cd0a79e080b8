import { describe, expect, test } from "vitest";
import { AppError } from "./errors";
import { BadPayload, faultWords, placesOf } from "./fault";
import { describe as describeForLog } from "./log";

const LEAK = /mina|okafor|example\.org|invoice/i;

const leaking = [
  new Error("Key (email)=(mina@example.org) already exists"),
  new Error("no\n    at Mina Okafor (mina@example.org:1:1)\n    at her invoice"),
  new Error("Failed query", { cause: new Error("insert … params: Mina Okafor") }),
  Object.assign(new Error("for mina@example.org"), {
    code: "23505",
    detail: "Key (email)=(mina@example.org)",
    constraint_name: "customers_email_key",
  }),
  Object.assign(new Error("x"), { code: "mina@example.org" }),
  "mina@example.org",
];

describe("what is told of an error", () => {
  test.each(leaking)("quotes nobody: %#", (error) => {
    expect(faultWords(error)).not.toMatch(LEAK);
    expect(JSON.stringify(describeForLog(error))).not.toMatch(LEAK);
  });

  test("names code, constraint, cause and place", () => {
    const cause = Object.assign(new Error("secret"), {
      code: "23505",
      constraint_name: "tickets_number_key",
    });
    const words = faultWords(new TypeError("secret", { cause }));
    expect(words).toMatch(
      /^TypeError, because of Error 23505 tickets_number_key \(at .*fault\.test/,
    );
  });

  test("takes our own words, and the fields of a payload that does not fit", () => {
    expect(faultWords(new AppError("conflict", "Somebody was quicker."))).toMatch(
      /^Somebody was quicker\./,
    );
    expect(faultWords(new BadPayload(["ticketId invalid_type"]))).toContain(
      "ticketId invalid_type",
    );
  });

  test("survives errors that are their own cause", () => {
    const ring = new Error("x");
    ring.cause = ring;
    expect(faultWords(ring)).toContain("because of");
    expect(describeForLog(ring)).toMatchObject({ name: "Error" });
  });

  test("finds places after a message of several lines", () => {
    expect(placesOf(new Error("one\ntwo"))[0]).toMatch(/fault\.test\.ts/);
  });
});
