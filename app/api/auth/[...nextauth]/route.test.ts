import { describe, expect, test } from "vitest";
import { POST } from "./route";

const post = (type: string, body: string) =>
  POST(
    new Request("http://desk.test/api/auth/callback/credentials", {
      method: "POST",
      headers: { "content-type": type },
      body,
    }),
    { params: Promise.resolve({ nextauth: ["callback", "credentials"] }) },
  );

describe("sign-in", () => {
  test("reads no more than a form needs", async () => {
    const response = await post("application/x-www-form-urlencoded", `x=${"a".repeat(16_001)}`);
    expect(response.status).toBe(413);
  });

  test("takes forms only", async () => {
    expect((await post("application/json", "{}")).status).toBe(415);
    expect((await post("multipart/form-data; boundary=x", "--x--")).status).toBe(415);
  });
});
