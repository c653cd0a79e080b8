import { expect, test } from "vitest";
import { safeFetch } from "./safe-fetch";

test.each([
  "http://127.0.0.1:9/",
  "http://0x7f.1:9/",
  "http://2130706433:9/",
  "http://017700000001:9/",
  "http://[::127.0.0.1]:9/",
  "http://[64:ff9b::7f00:1]:9/",
  "http://[::ffff:7f00:1]:9/",
  "http://localhost:9/",
  "http://localhost.:9/",
  "http://127.0.0.1.:9/",
])("a call to %s is refused before it is made", async (url) => {
  const result = await safeFetch({
    url,
    method: "POST",
    headers: {},
    body: "{}",
    allowPrivate: [],
  });
  expect(result).toEqual({
    kind: "refused",
    error: "private",
  });
});

test.each(["ftp://example.org/", "file:///etc/passwd", "gopher://x", "not a url", ""])(
  "%s is no place to call",
  async (url) => {
    const result = await safeFetch({
      url,
      method: "POST",
      headers: {},
      body: "{}",
      allowPrivate: [],
    });
    expect(result).toMatchObject({ kind: "refused" });
  },
);

test("whoever waits can end the call before its time", async () => {
  const stop = AbortSignal.abort();
  const call = { url: "http://127.0.0.1:9/", method: "GET", headers: {}, signal: stop } as const;
  expect(await safeFetch({ ...call, allowPrivate: ["127.0.0.1"] })).toEqual({
    kind: "unreachable",
    error: "The call was stopped.",
  });
});
