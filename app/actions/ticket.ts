"use server";

import { action } from "@/lib/platform/action";
import { toPublicId } from "@/lib/platform/ids";
import {
  changeStatus,
  giveTicket,
  MergeTicketsInput,
  mergeTickets,
  moveByPerson,
  replyToTicket,
  splitByPerson,
  UndoReplyInput,
  UnmergeTicketsInput,
  undoReply,
  unmergeTickets,
} from "@/lib/resolve";
import {
  AddNoteInput,
  AssignTicketInput,
  addNote,
  MarkDuplicateInput,
  MoveMessageInput,
  markDuplicate,
  NoteWritingInput,
  noteWriting,
  ReplyInput,
  SetPriorityInput,
  SetStatusInput,
  SnoozeTicketInput,
  SplitMessageInput,
  setPriority,
  snoozeTicket,
  WakeTicketInput,
  wakeTicket,
} from "@/lib/ticket";
import { TICKET_PREFIX } from "@/lib/ticket/model";

export const replyToTicketAction = action(ReplyInput, replyToTicket);
export const undoReplyAction = action(UndoReplyInput, undoReply);
export const addNoteAction = action(AddNoteInput, addNote);
export const setStatusAction = action(SetStatusInput, changeStatus);
export const assignTicketAction = action(AssignTicketInput, giveTicket);
export const setPriorityAction = action(SetPriorityInput, setPriority);
export const snoozeTicketAction = action(SnoozeTicketInput, snoozeTicket);
export const wakeTicketAction = action(WakeTicketInput, wakeTicket);
export const markDuplicateAction = action(MarkDuplicateInput, markDuplicate);
export const noteWritingAction = action(NoteWritingInput, noteWriting);
export const moveMessageAction = action(MoveMessageInput, moveByPerson);
export const splitMessageAction = action(SplitMessageInput, async (ctx, input) => {
  const { ticketId } = await splitByPerson(ctx, input);
  return { ticketId: toPublicId(TICKET_PREFIX, ticketId) }; // the browser goes there
});
export const mergeTicketsAction = action(MergeTicketsInput, mergeTickets);
export const unmergeTicketsAction = action(UnmergeTicketsInput, unmergeTickets);
