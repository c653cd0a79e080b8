"use server";

import { action } from "@/lib/platform/action";
import { changeStatus, replyToTicket } from "@/lib/resolve";
import {
  AddNoteInput,
  AssignTicketInput,
  addNote,
  assignTicket,
  ReplyInput,
  SetPriorityInput,
  SetStatusInput,
  setPriority,
} from "@/lib/ticket";

export const replyToTicketAction = action(ReplyInput, replyToTicket);
export const addNoteAction = action(AddNoteInput, addNote);
export const setStatusAction = action(SetStatusInput, changeStatus);
export const assignTicketAction = action(AssignTicketInput, assignTicket);
export const setPriorityAction = action(SetPriorityInput, setPriority);
