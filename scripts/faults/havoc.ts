import { setTimeout as pause } from "node:timers/promises";
import { chance } from "./chance";
import type { Cluster } from "./cluster";
import type { Workers } from "./workers";

type Fault = "kill" | "kill while mailing" | "kill while calling" | "immediate" | "fast";

/** A fault that happened: its begin and end, milliseconds. */
export type Done = { fault: Fault; from: number; to: number };

type Victims = {
  workers: Workers;
  cluster: Cluster;
  mail: { busy: () => number };
  hooks: { busy: () => number };
};

/** How long to wait for a moment in which a mail or call is under way, milliseconds. */
const MOMENT_MS = 3_000;

/** The order of the faults; every third kill waits for a mail on its way, every third for a call. */
function planFaults(seed: number, kills: number, restarts: number): Fault[] {
  const killing: Fault[] = ["kill while mailing", "kill", "kill while calling"];
  const planned = Array.from({ length: kills }, (_, n) => ({
    fault: killing[n % killing.length] ?? "kill",
    place: chance(seed, "kill", n),
  }));
  const restarting = Array.from({ length: restarts }, (_, n) => ({
    fault: (n % 2 === 0 ? "immediate" : "fast") as Fault,
    place: (n + 1) / (restarts + 1),
  }));
  return [...planned, ...restarting].sort((a, b) => a.place - b.place).map(({ fault }) => fault);
}

/** Lets the faults happen, spread over `seconds`. Tells each as it happens. */
export async function wreak(
  victims: Victims,
  plan: { seed: number; kills: number; restarts: number; seconds: number },
  tell: (words: string) => void,
): Promise<Done[]> {
  const faults = planFaults(plan.seed, plan.kills, plan.restarts);
  const began = Date.now();
  const done: Done[] = [];
  for (const [n, fault] of faults.entries()) {
    const due =
      began + ((n + 0.5 + chance(plan.seed, "when", n) / 2) / faults.length) * plan.seconds * 1000;
    await pause(Math.max(0, due - Date.now()));
    const from = Date.now();
    await strike(victims, fault, chance(plan.seed, "whom", n));
    done.push({ fault, from, to: Date.now() });
    tell(`fault ${done.length} of ${faults.length}: ${fault}`);
  }
  return done;
}

async function strike(victims: Victims, fault: Fault, at: number): Promise<void> {
  if (fault === "immediate" || fault === "fast") return victims.cluster.restart(fault);
  const busy = {
    kill: null,
    "kill while mailing": victims.mail,
    "kill while calling": victims.hooks,
  };
  const until = Date.now() + MOMENT_MS;
  while (busy[fault] && busy[fault].busy() === 0 && Date.now() < until) await pause(5);
  // A worker that has just been started can't be killed yet; then wait for it.
  while (!victims.workers.kill(at)) await pause(50);
}
