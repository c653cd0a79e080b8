/**
 * Finding things. In: a ticket's number or id, or what somebody typed into the box. Out: the ticket,
 * or the one that it was merged into; or tickets and customers with what was found marked. Writes
 * nothing; every reader asks for `ticket.read`.
 */
export { findSnippets } from "./find-snippets";
export { findTicket } from "./find-ticket";
export { searchDesk } from "./search-desk";
