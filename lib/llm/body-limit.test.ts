import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { generateText, streamText } from "ai";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bounded, MOST_BYTES, TooMuchError } from "./body-limit";
import { failureOf } from "./faults";
import { languageModel } from "./language-model";

let sent = 0;
/** Says the same over and over, as long as anybody listens. */
const server = createServer(async (request, response) => {
  let body = "";
  for await (const chunk of request) body += chunk;
  const { stream } = JSON.parse(body) as { stream?: boolean }; // our own client wrote it
  const delta = { index: 0, delta: { content: "x".repeat(20_000) }, finish_reason: null };
  const event = `data: ${JSON.stringify({ id: "1", created: 1, model: "m", choices: [delta] })}\n\n`;
  const piece = stream ? event : " ".repeat(20_000);
  response.writeHead(200, { "content-type": stream ? "text/event-stream" : "application/json" });
  response.setMaxListeners(0);
  sent = 0;
  while (!response.destroyed && sent < MOST_BYTES * 5) {
    sent += piece.length;
    if (!response.write(piece)) {
      await new Promise((resolve) => {
        response.once("drain", resolve);
        response.once("close", resolve);
      });
    }
  }
  response.end();
});
beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function model() {
  const { port } = server.address() as AddressInfo; // it listens on a port
  const baseUrl = `http://127.0.0.1:${port}/v1`;
  const at = { kind: "openai_compatible", baseUrl, model: "m", key: null } as const;
  return languageModel(at, "schema");
}

test("an endless stream is left, and is a fault of its own", async () => {
  const asked = streamText({ model: model(), prompt: "?", maxRetries: 0, onError: () => {} });
  const read = async () => {
    for await (const part of asked.stream) if (part.type === "error") throw part.error;
  };
  const fault: unknown = await read().catch((error: unknown) => error);
  expect(failureOf(fault, new Date())).toMatchObject({ fault: "bad_output", again: false });
  expect(sent).toBeLessThan(MOST_BYTES * 4);
});

test("so is an endless body", async () => {
  const asked = generateText({ model: model(), prompt: "?", maxRetries: 0 });
  const fault: unknown = await asked.catch((error: unknown) => error);
  expect(failureOf(fault, new Date())).toMatchObject({ fault: "bad_output", again: false });
});

test("what is short enough comes as it was", async () => {
  const said = bounded(new Response("abc", { status: 418, headers: { "x-a": "1" } }), 3);
  expect([said.status, said.headers.get("x-a"), await said.text()]).toEqual([418, "1", "abc"]);
  await expect(bounded(new Response("abcd"), 3).text()).rejects.toThrow(TooMuchError);
});
