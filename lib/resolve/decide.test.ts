import { describe, expect, test } from "vitest";
import { cut, decide } from "./decide";

const BANDS = { send: 0.85, flag: 0.6 };

describe("decide", () => {
  test.each([
    [0, "held"],
    [-0, "held"],
    [0.5999, "held"],
    [0.6, "sent_flagged"],
    [0.8499999, "sent_flagged"],
    [0.85, "sent"],
    [1, "sent"],
  ])("%d is %s", (confidence, decision) => {
    expect(decide(confidence, BANDS, [])).toMatchObject({ decision });
  });

  test.each([Number.NaN, 1.0001, -0.0001, Number.POSITIVE_INFINITY, null, undefined])(
    "%s is left to a person",
    (confidence) => {
      expect(decide(confidence, BANDS, [])).toMatchObject({
        decision: "held",
        reviewState: "held",
        thenStatus: null,
        because: expect.stringContaining("not a number"),
      });
    },
  );

  test("what is sent is resolved once delivered, what is flagged waits for the customer", () => {
    expect(decide(0.9, BANDS, [])).toMatchObject({ reviewState: "none", thenStatus: "resolved" });
    expect(decide(0.7, BANDS, [])).toMatchObject({
      reviewState: "flagged",
      thenStatus: "pending_customer",
    });
  });

  test("approve first holds what would be sent and flagged, and nothing else", () => {
    const policy = { approveFirst: true };
    expect(decide(0.7, BANDS, [], policy)).toMatchObject({ decision: "held", thenStatus: null });
    expect(decide(0.85, BANDS, [], policy)).toMatchObject({ decision: "sent" });
    expect(decide(0.2, BANDS, [], policy)).toEqual(decide(0.2, BANDS, []));
  });

  test("four eyes hold every draft, however sure", () => {
    expect(decide(1, BANDS, [], { fourEyes: true })).toMatchObject({
      decision: "held",
      because: expect.stringContaining("two people"),
    });
  });

  test("a block holds the surest draft, and is named", () => {
    expect(decide(1, BANDS, ["it is a demo ticket"])).toMatchObject({
      decision: "held",
      because: expect.stringContaining("demo ticket"),
    });
  });

  test("bands are settings", () => {
    expect(decide(0.5, { send: 0.5, flag: 0.4 }, []).decision).toBe("sent");
  });

  test("numbers are cut, not rounded", () => {
    expect([cut(0.8499), cut(0.29), cut(0.599999), cut(0.85)]).toEqual([
      "0.84",
      "0.29",
      "0.59",
      "0.85",
    ]);
  });
});
