import { readdirSync, readFileSync } from "node:fs";
import { loadavg } from "node:os";

/** Linux counts processor time in hundredths of a second. */
const TICKS_PER_SECOND = 100;

/** Processor time that a process has used, milliseconds; null where /proc does not tell. */
function cpuMsOf(pid: number | string): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [user, system] = [fields[11], fields[12]].map(Number);
    return (((user ?? 0) + (system ?? 0)) * 1000) / TICKS_PER_SECOND;
  } catch {
    return null;
  }
}

/** The same for all server processes of Postgres that work for one database. */
function databaseCpuMs(name: string): number {
  let total = 0;
  for (const pid of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
    try {
      const title = readFileSync(`/proc/${pid}/cmdline`, "utf8");
      if (title.startsWith("postgres:") && title.includes(` ${name} `)) total += cpuMsOf(pid) ?? 0;
    } catch {
      // it has ended
    }
  }
  return total;
}

/** Processor time so far of a desk and its database, milliseconds. Null: not known here. */
export function cpuMs(pid: number, database: string | null) {
  const app = cpuMsOf(pid);
  return app === null ? null : { app, database: database ? databaseCpuMs(database) : 0 };
}

/** How busy the machine was before we began: figures taken at a load above its cores mean little. */
export const machineLoad = () => loadavg().map((load) => Number(load.toFixed(2)));
