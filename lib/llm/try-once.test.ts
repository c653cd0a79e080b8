import { expect, test } from "vitest";
import { makeReader } from "./try-once";

/** How often it is told of a text that comes in pieces of one letter, from `from` letters on. */
async function toldOf(from: number, pieces: number) {
  let told = 0;
  const read = makeReader(() => {
    told++;
  });
  for (let n = 0; n < pieces; n++) await read(`{"text":"${"x".repeat(from + n)}`);
  return told;
}

test("a short answer is read at each piece, a long one only now and then", async () => {
  expect(await toldOf(1, 200)).toBe(200);
  const began = performance.now();
  const told = await toldOf(20_000, 1000);
  expect(told).toBeGreaterThan(0);
  expect(told).toBeLessThanOrEqual(2 + (performance.now() - began) / 100);
});
