import { saveProvider } from "@/lib/llm";
import { type ModelStub, startModelStub } from "../model/stub";
import type { Desk } from "./desk";

/** Of all requests to the model, this share fails. */
const FAIL_RATE = 0.4;
/**
 * All faults but those that only another setting ends: after a wrong key or model nobody asks for a
 * quarter of an hour, and the rest of the test would be without a model.
 */
const AMONG = [
  "timeout",
  "rate_limited",
  "unavailable",
  "half_stream",
  "invalid_json",
  "wrong_shape",
  "refusal",
  "filtered",
  "empty",
  "length",
  "too_long",
  "hang_up",
  "redirect",
];
/** Enough that no limit ends the test. */
const PLENTY = { dayMicros: 1e12, ticketTokens: 1e7, customerDayDrafts: 10_000, toolRounds: 3 };

/** A model that fails at random, switched on for the desk. */
export async function startModel({ person }: Desk): Promise<ModelStub> {
  const stub = await startModelStub();
  await stub.steer({ failRate: FAIL_RATE, among: AMONG, delayMs: 50 });
  await saveProvider(person, {
    ...{ name: "Faulty", kind: "openai_compatible", baseUrl: stub.url, model: "stub" },
    ...{ mode: "on", hidePersonal: true, samples: 0, timeoutSeconds: 5, contextTokens: 32_000 },
    ...{ inputMicros: 1000, outputMicros: 1000, limits: PLENTY },
  });
  return stub;
}
