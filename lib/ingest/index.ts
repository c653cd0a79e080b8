/**
 * Step 1: a request from outside becomes a message in a ticket, once. In: bytes of a caller that
 * `lib/channel` has verified. Out: a new ticket or one that the message joined, and the event
 * `message.received` that routing follows. Anything wrong is refused and nothing of it is stored.
 */
export { ingestRequest, receiptDocument } from "./ingest-request";
export { readJson, readRequest } from "./read-request";
export { rateByLink, rateInConversation } from "./take-rating";
