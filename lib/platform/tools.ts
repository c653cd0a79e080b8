import type { Database } from "@/db/client";
import type { Tools } from "./context";
import { AppError } from "./errors";
import type { Runner } from "./jobs";

/** A running desk: its tools, and what must be closed when the process stops. */
export type Desk = {
  tools: Tools;
  database: Database;
  runner: Runner;
  /** Which build this process runs; open tabs compare it. */
  build: string;
};

// Next loads modules several times in one process (instrumentation, routes, pages); the desk is one.
const slot = globalThis as typeof globalThis & { deskhand?: Promise<Desk> };

/** Puts the desk, or the promise of one, where every module instance finds it. */
export function setDesk(desk: Promise<Desk> | undefined): void {
  slot.deskhand = desk;
}

/** @throws `unavailable` while the process is starting or could not start */
export async function desk(): Promise<Desk> {
  if (!slot.deskhand) throw new AppError("unavailable", "The desk is starting.", { retryAfter: 3 });
  return slot.deskhand;
}
