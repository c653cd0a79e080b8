/**
 * Tickets and their messages. In: facts from steps and people. Out: rows, and an event for each
 * change. A status changes only by `moveTicket`, along the table in `model.ts`; `waiting_since`
 * follows the messages: set by a customer's, cleared by a public reply.
 */
export { addMessage } from "./add-message";
export { addNote } from "./add-note";
export { assignTicket } from "./assign";
export { beginWork } from "./begin-work";
export { changeTags } from "./change-tags";
export { firstReplyAfter, openTicketIds, waitsChangedSince } from "./clock-store";
export { createTicket } from "./create-ticket";
export { linkDuplicate, markDuplicate } from "./duplicate";
export { expectVersion } from "./expect-version";
export { followMerge } from "./follow-merge";
export {
  ACKNOWLEDGEMENT,
  acknowledgementsTo,
  setNextTry,
  takeDue,
} from "./follow-up-store";
export { type Conversation, conversationOf } from "./handover-store";
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
  ChangeTagsInput,
  MarkDuplicateInput,
  MoveMessageInput,
  NoteWritingInput,
  ReplyInput,
  SetPriorityInput,
  SetStatusInput,
  SnoozeTicketInput,
  SplitMessageInput,
  TicketRef,
  WakeTicketInput,
  WrittenHtml,
  WrittenText,
} from "./inputs";
export { openTicketsOf, ticketsInHand } from "./load-store";
export { mergeHistory, type Turn } from "./merge-history";
export { countMessages, insertMerge, mergeById } from "./merge-store";
export { setMessageFacts } from "./message-facts-store";
export { messageById, newerCustomerMessage, setExternalId } from "./message-store";
export { moveMessage, splitMessage } from "./move-message";
export { lockTickets } from "./move-message-store";
export { moveTicket } from "./move-ticket";
export { noteWriting } from "./note-writing";
export { internalTexts } from "./notes-store";
export { ticketIdByNumber, ticketNumbers } from "./numbers-store";
export { openTicket } from "./open-ticket";
export { plainText, READ_CHARACTERS } from "./plain-text";
export { replaceCategory, replaceIntent, replaceTag } from "./relabel-store";
export { reopenUnanswered, replyDelivered } from "./reply-outcome";
export { continuationOf, lastReply, ticketByReference } from "./said-store";
export { separateTickets } from "./separate";
export { setPriority } from "./set-priority";
export { setStatus } from "./set-status";
export { smallTalk } from "./small-talk";
export { snoozeTicket, wakeTicket } from "./snooze";
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
export { closeSettled, reopenStalled, wakeDue } from "./sweep";
export { isMootDraft } from "./sweep-store";
export { removeUnsent } from "./take-back-store";
export { type PublicTurn, publicTurns } from "./turns-store";
export { uniteTickets, whyNotMerge, wouldReopen } from "./unite";
export { setValue } from "./value-store";
export { someoneWrites } from "./writers-store";
export { written } from "./written";
