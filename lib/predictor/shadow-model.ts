import { setTimeout as wait } from "node:timers/promises";
import type { Db } from "@/db/client";
import { type Current, DeskModel } from "./desk-model";

/**
 * What the desk would have learned with the settings that are tried in the shadow. It is built from
 * the same ledger, beside everything else, and thrown away when the shadow ends.
 */
class ShadowModel {
  private readonly model = new DeskModel("shadow");

  /**
   * The shadow, up to date. Building it the first time may take minutes on a large desk; it goes on
   * when the caller has stopped waiting.
   *
   * @param db no transaction: it is used after the call
   * @param patienceMs how long to wait for it
   * @returns null when there is none; "building" when it is not ready by then
   */
  async follow(db: Db, patienceMs: number): Promise<Current | "building" | null> {
    const stop = new AbortController();
    const late = wait(patienceMs, "building" as const, { ref: false, signal: stop.signal });
    try {
      return await Promise.race([this.model.follow(db), late.catch(() => "building" as const)]);
    } finally {
      stop.abort();
    }
  }
}

export const newShadowModel = () => new ShadowModel();

/** This process's own. */
export const shadowModel = newShadowModel();
