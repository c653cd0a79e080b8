import { describe, expect, test } from "vitest";
import { z } from "zod";
import { action } from "./action";
import { AppError } from "./errors";
import { refuseUnsafe } from "./safe-input";

function refusal(input: unknown): AppError | null {
  try {
    refuseUnsafe(input);
    return null;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

describe("input from outside", () => {
  test.each([
    [{ name: "a\u0000b" }, "name"],
    [{ tags: ["fine", "\ud800x"] }, "tags.1"],
    [{ given: { "a\u0000b": 1 } }, "given"],
    ["\u0000", "body"],
  ])("names the field that no database can hold: %j", (input, field) => {
    expect(refusal(input)).toMatchObject({
      code: "invalid",
      fields: { [field]: [expect.any(String)] },
    });
  });

  test.each([[{ name: "Zoë 😀", at: null, list: [1, true] }], ["text"], [undefined], [7]])(
    "lets pass what is in order: %j",
    (input) => expect(refusal(input)).toBeNull(),
  );

  test("refuses a ring, and a few values that stand for millions", () => {
    const ring: { inner?: unknown } = {};
    ring.inner = ring;
    expect(refusal(ring)?.code).toBe("malformed");

    let many: unknown = ["x"];
    for (let doubled = 0; doubled < 30; doubled += 1) many = [many, many];
    expect(refusal(many)?.code).toBe("too_large");
  });

  test("drops what assignments would take for the prototype", () => {
    const input: object = JSON.parse('{"given": {"__proto__": {"admin": true}}}');
    refuseUnsafe(input);
    expect(JSON.stringify(input)).toBe('{"given":{}}');
  });

  test("an action refuses it before it asks who calls", async () => {
    let asked = false;
    const act = action(z.unknown(), async () => {
      asked = true;
    });
    expect(await act({ name: "a\u0000b" })).toMatchObject({
      ok: false,
      error: { code: "invalid", fields: { name: [expect.any(String)] } },
    });
    expect(asked).toBe(false);
  });
});
