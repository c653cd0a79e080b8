/**
 * People and the accounts behind them. In: an address, a name, an account's key. Out: the person,
 * made when new; what routing and drafting may know of them. An address belongs to one person.
 * Notes on customers are for people at the desk: no customer sees them, and no draft reads them.
 */
export { addressesOf } from "./addresses-store";
export { customerAiStopped } from "./ai-store";
export { addTelephone, customerById } from "./caller-store";
export { addCustomerNote, editCustomerNote, removeCustomerNote } from "./change-notes";
export { changeCustomerTags } from "./change-tags";
export { customerContext } from "./context-store";
export { editCustomer, undoCustomerChange } from "./edit-customer";
export { peopleOfAccount } from "./facts-store";
export { findOrCreateCustomer } from "./find-or-create";
export { findOrCreateCaller } from "./find-or-create-caller";
export {
  AddCustomerNoteInput,
  ChangeCustomerTagsInput,
  EditCustomerInput,
  EditCustomerNoteInput,
  RemoveCustomerNoteInput,
  SwitchCustomerAiInput,
  UndoCustomerInput,
} from "./inputs";
export { notesOnCustomer } from "./note-store";
export { customerByEmail, type KnownCustomer } from "./store";
export { wordsOfOthers } from "./strangers-store";
export { switchCustomerAi } from "./switch-customer-ai";
export { tellAccount } from "./tell-account";
