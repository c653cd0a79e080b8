import { expect, test } from "vitest";
import { ProviderInput, type ProviderView } from "@/lib/llm/model";
import { draftOf, FIELD_OF, inputOf, newDraft } from "./provider-draft";

const VIEW: ProviderView = {
  id: "0190a8f2-0000-7000-8000-000000000001",
  name: "House",
  kind: "openai_compatible",
  baseUrl: "http://127.0.0.1:11434/v1",
  model: "m",
  hasKey: true,
  mode: "on",
  hidePersonal: true,
  samples: 2,
  timeoutSeconds: 60,
  contextTokens: 8000,
  inputMicros: 150_000,
  outputMicros: 600_000,
  limits: { dayMicros: 2_500_000, ticketTokens: 1000, customerDayDrafts: 5, toolRounds: 3 },
  resting: null,
  updatedAt: "2026-01-01T00:00:00Z",
};

test("what is shown is what is saved again: prices and budgets come back as they were", () => {
  const { id, hasKey: _key, resting: _rest, updatedAt: _at, ...rest } = VIEW;
  expect(inputOf(draftOf(VIEW), id)).toEqual({ providerId: id, ...rest });
});

test("a key that is not typed stays; one is taken away only when asked for", () => {
  expect(inputOf(newDraft(), undefined)).not.toHaveProperty("apiKey");
  expect(inputOf({ ...newDraft(), apiKey: "k" }, undefined)).toMatchObject({ apiKey: "k" });
  expect(inputOf({ ...newDraft(), apiKey: "k", dropKey: true }, undefined).apiKey).toBe("");
});

test("a new provider begins in the shadow", () => {
  expect(newDraft()).toMatchObject({ mode: "shadow", hidePersonal: true });
});

test("every complaint of the desk has a field that it is shown at", () => {
  const bad = { ...newDraft(), name: "", dayBudget: "much", samples: "9", timeoutSeconds: "x" };
  const { error } = ProviderInput.safeParse(inputOf(bad, undefined));
  const named = error?.issues.map(({ path }) => FIELD_OF[path.join(".")]);
  expect(named?.toSorted()).toEqual(["dayBudget", "model", "name", "samples", "timeoutSeconds"]);
});
