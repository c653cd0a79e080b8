"use server";

import {
  AddCustomerNoteInput,
  addCustomerNote,
  ChangeCustomerTagsInput,
  changeCustomerTags,
  EditCustomerInput,
  EditCustomerNoteInput,
  editCustomer,
  editCustomerNote,
  RemoveCustomerNoteInput,
  removeCustomerNote,
  UndoCustomerInput,
  undoCustomerChange,
} from "@/lib/customer";
import { action } from "@/lib/platform/action";

export const addCustomerNoteAction = action(AddCustomerNoteInput, addCustomerNote);
export const editCustomerNoteAction = action(EditCustomerNoteInput, editCustomerNote);
export const removeCustomerNoteAction = action(RemoveCustomerNoteInput, removeCustomerNote);
export const changeCustomerTagsAction = action(ChangeCustomerTagsInput, changeCustomerTags);
export const editCustomerAction = action(EditCustomerInput, editCustomer);
export const undoCustomerChangeAction = action(UndoCustomerInput, undoCustomerChange);
