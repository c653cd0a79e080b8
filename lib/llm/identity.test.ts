import { expect, test } from "vitest";
import { identityOf, modelNameOf } from "./identity";

const PLACE = { id: "p-1", kind: "openai", baseUrl: null, model: "m@1" } as const;

test("is another one at another provider, kind, address or name", () => {
  const others = [
    { ...PLACE, id: "p-2" },
    { ...PLACE, kind: "openai_compatible" as const },
    { ...PLACE, baseUrl: "http://other.example/v1" },
    { ...PLACE, model: "m@2" },
  ];
  expect(new Set([PLACE, ...others].map(identityOf)).size).toBe(5);
  expect(identityOf({ ...PLACE })).toBe(identityOf(PLACE));
});

test("shows its name", () => {
  expect(modelNameOf(identityOf(PLACE))).toBe("m@1");
  expect(modelNameOf("m@1")).toBe("m@1");
});
