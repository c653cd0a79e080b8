import { describe, expect, test } from "vitest";
import type { ViewTest } from "@/lib/view/model";
import { draftOf, emptyDraft, FIELDS, testOf } from "./test-fields";

describe("a test that is put together", () => {
  test("is none until it says something", () => {
    expect(testOf(emptyDraft("status"))).toBeNull();
    expect(testOf(emptyDraft("sentiment"))).toBeNull();
    expect(testOf({ ...emptyDraft("subject"), text: "  " })).toBeNull();
    expect(testOf({ ...emptyDraft("created"), amount: "0" })).toBeNull();
    expect(testOf({ ...emptyDraft("confidence"), below: "much" })).toBeNull();
  });

  test("can be made for every field", () => {
    const filled = { values: ["open"], text: "x", below: "1", amount: "2", unit: "60", flag: true };
    const values: Partial<Record<string, string>> = {
      priority: "high",
      channel: "email",
      sla: "late",
      decision: "held",
      review: "held",
    };
    for (const field of FIELDS) {
      const made = testOf({
        ...emptyDraft(field),
        ...filled,
        values: [values[field] ?? "open"],
      });
      expect(made, field).toMatchObject({ field });
    }
  });

  test("comes back as it was when it is changed again", () => {
    const tests: ViewTest[] = [
      { field: "tag", in: ["sso", "vip"] },
      { field: "language", in: ["de", "fr"] },
      { field: "waiting", atLeast: 90 },
      { field: "updated", within: 2880 },
      { field: "sentiment", below: -0.2 },
      { field: "confidence", below: 0.6, above: 0.3 },
      { field: "unread", is: false },
      { field: "mentions", is: "me" },
      { field: "account", contains: "acme" },
      { field: "tag", in: ["sso"], not: true },
      { field: "area", in: ["export"], not: true },
      { field: "subject", contains: "403", not: true },
      { field: "mentions", is: "me", not: true },
      { field: "waiting", within: 60 },
      { field: "resolved", olderThan: 20160 },
      { field: "trend", below: -0.1 },
      { field: "demo", is: true },
    ];
    expect(tests.map((one) => testOf(draftOf(one)))).toEqual(tests);
  });
});
