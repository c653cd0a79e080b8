import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { sendAll } from "./callers";
import type { Cluster } from "./cluster";
import { type Desk, openDesk, workerEnv } from "./desk";
import { keepEvidence } from "./evidence";
import { type Done, wreak } from "./havoc";
import { startHooks } from "./hooks";
import { startMail } from "./mail";
import { startModel } from "./model";
import { startPeople } from "./people";
import { untilQuiet } from "./quiet";
import { type Planned, planRequests } from "./requests";
import { verifyJobs } from "./verify-jobs";
import { verifyModel } from "./verify-model";
import { verifyReplies } from "./verify-replies";
import { type Verdict, verifyRequests } from "./verify-requests";
import { verifyTickets } from "./verify-tickets";
import { startWorkers, type Workers } from "./workers";

export type Plan = {
  seed: number;
  tickets: number;
  kills: number;
  restarts: number;
  /** How long requests arrive and faults happen. */
  seconds: number;
  undoSeconds: number;
  hurry: boolean;
  quietSeconds: number;
};

export type Result = Verdict & { seconds: number };

const PROCESSES = 2;

type Stage = {
  desk: Desk;
  workers: Workers;
  mail: Awaited<ReturnType<typeof startMail>>;
  hooks: Awaited<ReturnType<typeof startHooks>>;
  cluster: Cluster;
  /** Where evidence is kept. */
  folder: string;
};

/** Plays it once, on an empty database of `cluster`. */
export async function runFaults(
  cluster: Cluster,
  folder: string,
  plan: Plan,
  say: (words: string) => void,
): Promise<Result> {
  const began = Date.now();
  const tell = (words: string) =>
    say(`${((Date.now() - began) / 1000).toFixed(0).padStart(4)} s  ${words}`);
  const mail = await startMail(plan.seed);
  const hooks = await startHooks(plan.seed);
  const desk = await openDesk(cluster.url, hooks.url, plan.undoSeconds);
  const model = await startModel(desk);
  const workers = startWorkers(PROCESSES, workerEnv(cluster.url, mail.url), folder);
  try {
    tell(`seed ${plan.seed}; the desk is there, workers start`);
    while (workers.ready() < PROCESSES) await pause(100);
    const verdict = await play({ desk, workers, mail, hooks, cluster, folder }, plan, tell);
    return { ...verdict, seconds: (Date.now() - began) / 1000 };
  } finally {
    await workers.stop();
    await model.close();
    await desk.close().catch(() => undefined);
    await mail.close();
    await hooks.close();
  }
}

async function play(stage: Stage, plan: Plan, tell: (words: string) => void): Promise<Verdict> {
  const { desk, workers, mail, hooks, folder } = stage;
  const planned = planRequests(plan.seed, plan.tickets);
  const callers = sendAll(desk.sender, planned, plan.seed, plan.seconds);
  const people = startPeople(desk, plan.seed);
  const faults = await wreak(stage, plan, (words) =>
    tell(`${words}; ${callers.left} requests left`),
  );
  await callers.done;
  tell("no more kills and restarts; every request is acknowledged");
  const quiet = await untilQuiet(desk, {
    seconds: plan.quietSeconds,
    hurry: plan.hurry,
    busy: () => mail.busy() + hooks.busy(),
    waiting: people.waiting,
    tell: seldom(tell),
  });
  await people.stop();
  tell(quiet === null ? "it does not come to rest" : `quiet after ${quiet.toFixed(0)} s`);
  await keepEvidence(desk, path.join(folder, "journal.jsonl"));
  const verdict = await verify(stage, planned, callers.acknowledged, faults);
  const late =
    quiet === null
      ? [`still at work after ${plan.quietSeconds} s, so what follows may not be final`]
      : [];
  return {
    counts: {
      "workers killed": faults.filter(({ fault }) => fault.startsWith("kill")).length,
      "database restarts": plan.restarts,
      "workers started": workers.started(),
      "answers that callers did not get": callers.failures,
      ...Object.fromEntries(
        Object.entries(people.did).map(([what, count]) => [`people: ${what}`, count]),
      ),
      "people: refused or unclear": people.refused + people.unclear,
      ...verdict.counts,
    },
    violations: [...late, ...workers.crashes, ...verdict.violations],
  };
}

async function verify(
  { desk, mail, hooks }: Stage,
  planned: readonly Planned[],
  acknowledged: Parameters<typeof verifyRequests>[2],
  faults: readonly Done[],
): Promise<Verdict> {
  const verdicts = [
    await verifyRequests(desk, planned, acknowledged),
    await verifyTickets(desk),
    await verifyReplies(desk, { mails: mail.tries, calls: hooks.calls, faults }),
    await verifyJobs(desk),
    await verifyModel(desk),
  ];
  return {
    counts: Object.assign({}, ...verdicts.map(({ counts }) => counts)),
    violations: verdicts.flatMap(({ violations }) => violations),
  };
}

/** Says it every ten seconds only. */
function seldom(tell: (words: string) => void): (words: string) => void {
  let last = Date.now();
  return (words) => {
    if (Date.now() - last < 10_000) return;
    last = Date.now();
    tell(words);
  };
}
