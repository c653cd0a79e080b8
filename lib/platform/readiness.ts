import { ping } from "@/db/client";
import { diskFull } from "./disk";
import { oldestDueSeconds } from "./job-store";
import { desk } from "./tools";

/** Who asks for readiness gives up soon; so do we, milliseconds. */
const PATIENCE_MS = 2_000;

/**
 * Why this process can't take requests now, in words without internals; empty when it can.
 * Migrations are done when the desk is there: it is put together after them.
 */
export async function readiness(): Promise<string[]> {
  const opened = await within(desk());
  if (!opened) return ["The desk is starting."];
  const { db } = opened.tools;
  const [database, queue, full] = await Promise.all([
    within(ping(db).then(() => true)),
    within(oldestDueSeconds(db).then(() => true)),
    within(diskFull(opened.tools.env)),
  ]);
  return [
    ...(database ? [] : ["The database does not answer."]),
    ...(queue ? [] : ["The job queue does not answer."]),
    ...(full ? ["The disk of the database is full."] : []),
  ];
}

/** Null when it fails or takes too long. */
async function within<T>(work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), PATIENCE_MS);
  });
  return Promise.race([work.catch(() => null), late]).finally(() => clearTimeout(timer));
}
