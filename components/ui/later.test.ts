import { expect, test } from "vitest";
import { later } from "./later";

test("code is fetched once, and then it is there at once", async () => {
  let fetched = 0;
  const it = later(async () => {
    fetched += 1;
    return "part";
  });
  expect(it.now).toBeNull();
  await Promise.all([it.load(), it.load()]);
  expect(it.now).toBe("part");
  expect(fetched).toBe(1);
});

test("what could not be fetched is asked for again", async () => {
  let fetched = 0;
  const it = later(async () => {
    fetched += 1;
    if (fetched === 1) throw new Error("no connection");
    return "part";
  });
  await expect(it.load()).rejects.toThrow("no connection");
  await expect(it.load()).resolves.toBe("part");
});
