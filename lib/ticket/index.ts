/**
 * Tickets and their messages. In: facts from steps and people. Out: rows, and an event for each
 * change. A status changes only by `moveTicket`, along the table in `model.ts`; `waiting_since`
 * follows the messages: set by a customer's, cleared by a public reply.
 */
export { addMessage, type NewMessage } from "./add-message";
export { createTicket, type NewTicket } from "./create-ticket";
export { moveTicket } from "./move-ticket";
export {
  isParticipant,
  lastCustomerMessage,
  participantsOf,
  publicThread,
  ticketByConversation,
  ticketByExternalMessage,
  ticketById,
} from "./store";
