import { AppError } from "../platform/errors";
import { statusWords } from "./model";
import type { Ticket } from "./store";

/** @throws `conflict` when the ticket has changed since the person saw it; no version: no check */
export function expectVersion(ticket: Ticket, expected: number | undefined): void {
  if (expected === undefined || ticket.version === expected) return;
  throw new AppError(
    "conflict",
    `This ticket has changed since you opened it: it is ${statusWords(ticket.status)} now. Look at what is new, then try again.`,
    { fields: { expectedVersion: ["is older than the ticket"] } },
  );
}
