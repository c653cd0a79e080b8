import type { Message, Ticket } from "../ticket";
import type { Delivery } from "./store";

/** A reply on its way out, with what it belongs to. */
export type Outgoing = { delivery: Delivery; ticket: Ticket; message: Message };

/** Written by the AI and read by nobody at the desk before it leaves. */
export const isAutomatic = (message: Message): boolean =>
  message.author === "ai" && message.personId === null;
