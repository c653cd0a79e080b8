import type { Message, Ticket } from "../ticket";
import type { Delivery } from "./store";

/** A reply on its way out, with what it belongs to. */
export type Outgoing = {
  delivery: Delivery;
  ticket: Ticket;
  message: Message;
  /** ISO 8601: when a person has asked for it again. */
  wantedAt?: string | undefined;
};

/** When the reply was approved, or last wanted by a person. */
export const wantedSince = ({ message, wantedAt }: Outgoing): Date =>
  wantedAt ? new Date(wantedAt) : message.createdAt;

/** Written by the desk itself and read by nobody there before it leaves. */
export const isAutomatic = (message: Message): boolean =>
  (message.author === "ai" || message.author === "system") && message.personId === null;
