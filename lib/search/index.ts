/**
 * Finding things by what people call them. In: a ticket's number or id. Out: the ticket, or the
 * one that it was merged into. Writes nothing; every reader asks for `ticket.read`.
 */
export { findTicket } from "./find-ticket";
