import { setTimeout as pause } from "node:timers/promises";
import { ingestRequest, readRequest } from "@/lib/ingest";
import type { Context } from "@/lib/platform/context";
import { chance } from "./chance";
import type { Planned } from "./requests";

/** What a caller was told. */
export type Acknowledged = { externalId: string; ticketId: string; stored: boolean };

export type Callers = {
  acknowledged: Acknowledged[];
  /** Answers that never came: the caller sent it again. */
  failures: number;
  /** Requests that are not acknowledged yet. */
  left: number;
  done: Promise<void>;
};

const AGAIN_MS = 300;
const COPY_GAP_MS = 150;

/**
 * Sends all requests within `seconds`, each until it is acknowledged, as callers do that get no
 * answer or a 503.
 */
export function sendAll(
  sender: Context,
  planned: readonly Planned[],
  seed: number,
  seconds: number,
): Callers {
  const callers: Callers = {
    acknowledged: [],
    failures: 0,
    left: planned.length,
    done: Promise.resolve(),
  };
  const copy = async (body: Planned["body"]) => {
    const bytes = new TextEncoder().encode(JSON.stringify(body));
    for (;;) {
      try {
        const request = readRequest(bytes, "application/json", sender.now());
        const told = await ingestRequest(sender, { ...request, source: "faults" });
        const { ticketId, stored } = told;
        callers.acknowledged.push({ externalId: body.external_id, ticketId, stored });
        return;
      } catch {
        callers.failures++;
        await pause(AGAIN_MS);
      }
    }
  };
  const sendOne = async ({ body, copies, atOnce }: Planned) => {
    const sent: Promise<void>[] = [];
    for (let n = 0; n < copies; n++) {
      sent.push(copy(body));
      if (!atOnce) await pause(COPY_GAP_MS);
    }
    await Promise.all(sent);
    callers.left--;
  };
  callers.done = (async () => {
    const gap = (seconds * 1000) / planned.length;
    const under: Promise<void>[] = [];
    for (const [n, one] of planned.entries()) {
      under.push(sendOne(one));
      await pause(gap * 2 * chance(seed, "pause", n));
    }
    await Promise.all(under);
  })();
  return callers;
}
