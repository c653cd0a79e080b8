import { expect, test } from "vitest";
import { letJsonBePacked } from "./compressible.mjs";

function answer() {
  const headers: Record<string, unknown> = {};
  const response = {
    setHeader(name: string, value: number | string | readonly string[]) {
      headers[name] = value;
      return response;
    },
  };
  letJsonBePacked(response);
  return { response, headers };
}

test("the type of a JSON answer becomes a plain word, which the packer understands", () => {
  const { response, headers } = answer();
  response.setHeader("content-type", ["application/json"]);
  expect(headers["content-type"]).toBe("application/json");
  response.setHeader("Content-Type", ["application/problem+json; charset=utf-8"]);
  expect(headers["Content-Type"]).toBe("application/problem+json; charset=utf-8");
});

test("streams stay as they are: a packer would hold them back; so do other headers", () => {
  const { response, headers } = answer();
  response.setHeader("content-type", ["text/event-stream"]);
  expect(headers["content-type"]).toEqual(["text/event-stream"]);
  response.setHeader("set-cookie", ["a=1", "b=2"]);
  expect(headers["set-cookie"]).toEqual(["a=1", "b=2"]);
  response.setHeader("content-length", 7);
  expect(headers["content-length"]).toBe(7);
});
