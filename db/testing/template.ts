import { FOLLOW } from "@/lib/event";
import { openJobs } from "@/lib/platform/jobs";
import type { Database } from "../client";

/** Makes the queue's own tables once, in the template, because that takes longest. */
export async function prepareQueue(database: Database): Promise<void> {
  const runner = await openJobs(database, [FOLLOW]);
  await runner.stop(1);
}

declare module "vitest" {
  interface ProvidedContext {
    databaseKind: "embedded" | "postgres";
    /** Embedded: the file of a dump. Postgres: the name of a database to copy. */
    template: string;
  }
}
