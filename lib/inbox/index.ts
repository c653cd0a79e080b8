/**
 * Reads for the desk's main screens: queues, one ticket, the outbox, live changes. In: a context
 * and a question from `model.ts`. Out: plain data, named and worded for people. Selects from every
 * schema, writes none. Every reader asks for `ticket.read`.
 */
export { readConversation } from "./conversation";
export { countQueues } from "./count-queues";
export { readJobs } from "./jobs";
export { listCustomers } from "./list-customers";
export { listLabels } from "./list-labels";
export { listPeople, listTeams } from "./list-picks";
export { listViews } from "./list-views";
export { listenLive } from "./live";
export { sayingWhatChanged } from "./meanwhile";
export { readOutbox, readOutboxItem } from "./outbox";
export { rateableReply, readRatingPage, replyBehindLink } from "./rateable";
export { readCustomer, readCustomerNotes, readCustomerTickets } from "./read-customer";
export { readEarlier } from "./read-earlier";
export { readFollowers, readNoticeList } from "./read-notices";
export { readPresence } from "./read-presence";
export { readQueue } from "./read-queue";
export { readSettings } from "./read-settings";
export { readSla } from "./read-sla";
export { readTicket } from "./read-ticket";
export { readViewer } from "./read-viewer";
export { readWriting } from "./read-writing";
export { ruleTargets } from "./rule-targets";
export { readStatus } from "./status";
export { readReadings } from "./status-readings";
export { summariseRequests } from "./summarise-requests";
export { whyHere } from "./why-here";
