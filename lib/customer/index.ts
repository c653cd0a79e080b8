/**
 * People and the accounts behind them. In: an address, a name, an account's key. Out: the person,
 * made when new; what routing and drafting may know of them. An address belongs to one person.
 */
export { customerAiStopped } from "./ai-store";
export { customerContext } from "./context-store";
export { findOrCreateCustomer } from "./find-or-create";
export { customerByEmail, type KnownCustomer } from "./store";
export { SwitchCustomerAiInput, switchCustomerAi } from "./switch-customer-ai";
