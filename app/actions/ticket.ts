"use server";

import { sayingWhatChanged } from "@/lib/inbox";
import { action } from "@/lib/platform/action";
import { toPublicId } from "@/lib/platform/ids";
import { clearWriting } from "@/lib/presence";
import {
  changeStatus,
  giveTicket,
  MergeTicketsInput,
  mergeTickets,
  moveByPerson,
  OpenByHandInput,
  openByHand,
  RelabelInput,
  RunMacroInput,
  relabelTicket,
  replyToTicket,
  runMacro,
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
  ChangeTagsInput,
  changeTags,
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

export const replyToTicketAction = action(ReplyInput, sayingWhatChanged(replyToTicket));
export const undoReplyAction = action(UndoReplyInput, undoReply);
export const addNoteAction = action(AddNoteInput, async (ctx, input) => {
  const added = await addNote(ctx, input);
  await clearWriting(ctx, { ticketId: input.ticketId, kind: "note" }); // it stands in the thread now
  return added;
});
export const setStatusAction = action(SetStatusInput, sayingWhatChanged(changeStatus));
export const assignTicketAction = action(AssignTicketInput, sayingWhatChanged(giveTicket));
export const setPriorityAction = action(SetPriorityInput, sayingWhatChanged(setPriority));
export const relabelTicketAction = action(RelabelInput, sayingWhatChanged(relabelTicket));
export const snoozeTicketAction = action(SnoozeTicketInput, sayingWhatChanged(snoozeTicket));
export const wakeTicketAction = action(WakeTicketInput, sayingWhatChanged(wakeTicket));
export const markDuplicateAction = action(MarkDuplicateInput, sayingWhatChanged(markDuplicate));
export const noteWritingAction = action(NoteWritingInput, noteWriting);
export const moveMessageAction = action(MoveMessageInput, moveByPerson);
export const splitMessageAction = action(SplitMessageInput, async (ctx, input) => {
  const { ticketId } = await splitByPerson(ctx, input);
  return { ticketId: toPublicId(TICKET_PREFIX, ticketId) }; // the browser goes there
});
export const openTicketAction = action(OpenByHandInput, async (ctx, input) => {
  const { ticketId } = await openByHand(ctx, input);
  return { ticketId: toPublicId(TICKET_PREFIX, ticketId) }; // the browser goes there
});
export const mergeTicketsAction = action(MergeTicketsInput, sayingWhatChanged(mergeTickets));
export const unmergeTicketsAction = action(UnmergeTicketsInput, unmergeTickets);
export const changeTagsAction = action(ChangeTagsInput, sayingWhatChanged(changeTags));
export const runMacroAction = action(RunMacroInput, sayingWhatChanged(runMacro));
