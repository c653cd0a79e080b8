import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { chance, pick } from "./chance";

/** One call that reached the other system. */
export type HookCall = {
  id: string;
  /** The sender's own id of the message that is answered. */
  answers: string;
  body: string;
  /** `done`: answered 2xx; `unanswered`: it was read, and the caller never learned that. */
  outcome: "done" | "refused" | "unanswered" | null;
};

const FAULTS = [
  ["500", 0.08],
  ["hang", 0.03],
  ["drop", 0.06],
  ["slow", 0.15],
] as const;
type Fault = (typeof FAULTS)[number][0] | "none";

/** Calls of a reply that may go wrong; later ones succeed, so that it comes to an end. */
const FAULTY_TRIES = 2;
/** Longer than a worker waits for an answer, milliseconds. */
const HANG_MS = 20_000;
const SLOW_MS = 700;

/** The other system: records every call, and misbehaves by chance at the first ones. */
export async function startHooks(seed: number) {
  const calls: HookCall[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("error", () => undefined); // the caller was killed
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const id = String(request.headers["webhook-id"] ?? "");
      const body = Buffer.concat(chunks).toString("utf8");
      const answers = String(JSON.parse(body).data?.external_id);
      const nth = calls.filter((one) => one.answers === answers).length;
      const call: HookCall = { id, answers, body, outcome: null };
      calls.push(call);
      const at = chance(seed, "hook", answers, nth);
      const fault = nth < FAULTY_TRIES ? pick<Fault>(at, FAULTS, "none") : "none";
      answer(call, fault, response);
    });
  });
  const answer = (call: HookCall, fault: Fault, response: ServerResponse) => {
    const finish = (outcome: "done" | "refused", status: number) => {
      call.outcome ??= outcome;
      response.writeHead(status).end();
    };
    response.once("close", () => {
      call.outcome ??= "unanswered";
    });
    if (fault === "500") return finish("refused", 500);
    if (fault === "drop") return void response.socket?.destroy();
    if (fault === "slow") return void setTimeout(() => finish("done", 204), SLOW_MS);
    if (fault !== "hang") return finish("done", 204);
    setTimeout(() => response.socket?.destroy(), HANG_MS);
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // it listens on TCP
  return {
    url: `http://127.0.0.1:${port}/replies`,
    calls,
    busy: () => calls.filter((one) => one.outcome === null).length,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
