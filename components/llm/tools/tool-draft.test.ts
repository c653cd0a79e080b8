import { expect, test } from "vitest";
import { inputOf, namesIn, newTool } from "./tool-draft";

const made = { ...newTool(), name: "order_status", description: "d", url: "https://a.test/{id}" };

test("headers are lines; a value may hold colons; what is stored stays when left out", () => {
  const headers = "Authorization: Bearer a:b\n\nX-Desk:  one ";
  expect(inputOf({ ...made, headers }, undefined)).toMatchObject({
    headers: { Authorization: "Bearer a:b", "X-Desk": "one" },
  });
  expect(inputOf({ ...made, headers: null }, "t")).not.toHaveProperty("headers");
  expect(inputOf({ ...made, headers: "" }, "t")).toMatchObject({ headers: {} });
});

test("what can't be read is told at its field", () => {
  expect(inputOf({ ...made, headers: "no colon" }, undefined)).toEqual({ field: "headers" });
  expect(inputOf({ ...made, parameters: "{" }, undefined)).toEqual({ field: "parameters" });
  expect(inputOf({ ...made, parameters: "[]" }, undefined)).toEqual({ field: "parameters" });
});

test("knows which values the model gives", () => {
  const properties = { order_id: { type: "string" }, note: { type: "string" } };
  expect(namesIn(JSON.stringify({ type: "object", properties }))).toEqual(["order_id", "note"]);
  expect(namesIn("{")).toEqual([]);
});
