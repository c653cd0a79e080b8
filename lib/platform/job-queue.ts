import type { Db } from "@/db/client";

export type SendOptions = {
  /** Makes the job the only one of its name with this id: a repeated send does nothing. */
  id?: string;
  /** Not before this time. */
  startAfter?: Date;
};

/** Sends jobs. `db` is the transaction of the change that caused the job: both or neither. */
export type JobQueue = {
  send(db: Db, name: string, payload: object, options?: SendOptions): Promise<void>;
};
