/**
 * The journal: what happened, to which ticket, by whom. In: one call inside the transaction that
 * made the change. Out: a row of the timeline, a NOTIFY to open browsers, and the job `follow`.
 * The one door that every noun and step may use.
 */
export { lastAssignedByRule } from "./assigned-store";
export { FOLLOW, FOLLOWED, LIVE_CHANNEL, recordEvent } from "./record";
export { eventById, eventsOfTicket } from "./store";
export { tellPerson, toldPerson } from "./tell-person";
