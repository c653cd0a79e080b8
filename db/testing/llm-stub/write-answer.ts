import type { ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { Control, StubFault } from "./control";
import type { Dialect, Refusal, Said } from "./dialect";
import type { ChatRequest } from "./protocol";

export function json(response: ServerResponse, { status, body, headers }: Refusal): void {
  const type = { "content-type": "application/json" };
  response.writeHead(status, { ...type, ...headers }).end(JSON.stringify(body));
}

/** @returns false when the fault is in what is said, or in how it ends */
export function failed(
  response: ServerResponse,
  dialect: Dialect,
  fault: StubFault,
  control: Control,
): boolean {
  if (fault === "timeout") return true; // and never answers
  if (fault === "hang_up") {
    response.destroy();
    return true;
  }
  if (fault === "redirect") {
    response.writeHead(307, { location: "http://127.0.0.1:9/v1/chat/completions" }).end();
    return true;
  }
  const refusal = dialect.refusal(fault, control);
  if (refusal) json(response, refusal);
  return refusal !== null;
}

type Answer = { request: ChatRequest; said: Said; control: Control; fault: StubFault | null };

export function writeWhole(response: ServerResponse, dialect: Dialect, answer: Answer): void {
  const { request, said, control, fault } = answer;
  if (fault === "error_in_stream") {
    return void failed(response, dialect, "overloaded", control);
  }
  const body = JSON.stringify(dialect.whole(request, said, control.usage));
  response.writeHead(200, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
  });
  if (fault !== "half_stream") return void response.end(body);
  response.write(body.slice(0, body.length / 2), () => response.destroy());
}

export async function writeStream(
  response: ServerResponse,
  dialect: Dialect,
  answer: Answer,
): Promise<void> {
  const { request, said, control, fault } = answer;
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
  const { head, middle, tail } = dialect.frames(request, said, control);
  for (const frame of head) response.write(frame);
  const breaks = fault === "half_stream" || fault === "ends_early" || fault === "error_in_stream";
  const until = breaks ? Math.ceil(middle.length / 2) : middle.length;
  for (const frame of middle.slice(0, until)) {
    if (response.destroyed) return;
    await wait(control.pieceMs);
    response.write(frame);
  }
  if (fault === "half_stream") {
    await wait(20); // what was written leaves first
    return void response.destroy();
  }
  // A proxy in between closes it properly, and nothing but the end of the answer is missing.
  if (fault === "ends_early") return void response.end();
  if (fault === "error_in_stream") return void response.end(dialect.errorFrame);
  response.end(tail.join(""));
}
