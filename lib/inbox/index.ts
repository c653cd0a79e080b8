/**
 * Reads for the desk's main screens: queues, one ticket, the outbox, live changes. In: a context
 * and a question from `model.ts`. Out: plain data, named and worded for people. Selects from every
 * schema, writes none. Every reader asks for `ticket.read`.
 */
export { readConversation } from "./conversation";
export { countQueues } from "./count-queues";
export { readJobs } from "./jobs";
export { listPeople, listTeams } from "./list-picks";
export { listenLive } from "./live";
export { readOutbox, readOutboxItem } from "./outbox";
export { readQueue } from "./read-queue";
export { readSettings } from "./read-settings";
export { readTicket } from "./read-ticket";
export { readViewer } from "./read-viewer";
export { readWriters } from "./read-writers";
export { readStatus } from "./status";
export { readReadings } from "./status-readings";
export { summariseRequests } from "./summarise-requests";
