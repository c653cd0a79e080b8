/**
 * Routing: what a customer wants, how pressing it is, and who takes it. In: a customer's message.
 * Out: a classified ticket with its team, and `ticket.routed` with every reason in plain words.
 * Evidence is keywords, the account and the history; the learned classifier joins it later.
 */

export { routeTicket } from "./route-ticket";
export { summariseTicket } from "./summarise-ticket";
