/**
 * Tickets and their messages. In: facts from steps and people. Out: rows, and an event for each
 * change. A status changes only by `moveTicket`, along the table in `model.ts`; `waiting_since`
 * follows the messages: set by a customer's, cleared by a public reply.
 */
export { addMessage } from "./add-message";
export { addNote } from "./add-note";
export { assignTicket } from "./assign";
export { beginWork } from "./begin-work";
export { createTicket } from "./create-ticket";
export { expectVersion } from "./expect-version";
export {
  aiRepliesTo,
  customerMessages,
  earlierTickets,
  isDemoTicket,
  personHasReplied,
  unansweredMessages,
} from "./history-store";
export {
  AddNoteInput,
  AssignTicketInput,
  ReplyInput,
  SetPriorityInput,
  SetStatusInput,
  WrittenText,
} from "./inputs";
export { mergeHistory, type Turn } from "./merge-history";
export { messageById, newerCustomerMessage, setExternalId } from "./message-store";
export { moveTicket } from "./move-ticket";
export { openTicket } from "./open-ticket";
export { plainText, READ_CHARACTERS } from "./plain-text";
export { reopenUnanswered, replyDelivered } from "./reply-outcome";
export { lastReplyText, ticketByReference } from "./said-store";
export { setPriority } from "./set-priority";
export { setStatus } from "./set-status";
export { smallTalk } from "./small-talk";
export {
  isParticipant,
  lastCustomerMessage,
  lockTicket,
  type Message,
  participantsOf,
  publicThread,
  type Ticket,
  ticketByConversation,
  ticketById,
  updateTicket,
} from "./store";
