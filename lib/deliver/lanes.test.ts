import { expect, test } from "vitest";
import { enterLane } from "./lanes";

/** Enters, or fails the test. */
function entered(place: string, now = 0) {
  const lane = enterLane("webhook", place, now);
  if (lane.kind !== "entered") throw new Error(`${place} is full`);
  return lane;
}

test("one call at a time to a place, and its neighbours are not held up", () => {
  const first = entered("busy.test");
  expect(enterLane("webhook", "busy.test", 0)).toEqual({ kind: "full", pauseMs: 1000 });
  entered("other.test").leave(true);
  first.leave(true);
  entered("busy.test").leave(true);
});

test("places that fail again and again share one call, until one works or time has passed", () => {
  for (const place of ["down.test", "gone.test"]) {
    for (let turn = 0; turn < 3; turn++) entered(place).leave(false);
  }
  const probe = entered("down.test");
  expect(enterLane("webhook", "gone.test", 0)).toEqual({ kind: "full", pauseMs: 15_000 });
  entered("healthy.test").leave(true);
  probe.leave(true);
  const next = entered("down.test");
  entered("gone.test").leave(false);
  next.leave(true);

  entered("gone.test").leave(false);
  const later = entered("gone.test", 601_000);
  const other = entered("down.test", 601_000);
  later.leave(true);
  other.leave(true);
});
