/**
 * Replies: the AI drafts them, people settle them. In: a routed ticket, a person's decision.
 * Out: an attempt with its confidence and reasons; `reply.approved` when something is to be sent.
 * Delivery follows that event, and sends exactly the text that was approved.
 */
export { approveDraft } from "./approve-draft";
export { correctDraft } from "./correct-draft";
export { draftReply } from "./draft-reply";
export { rejectDraft } from "./reject-draft";
export { replyToTicket } from "./reply-by-person";
export { ApproveDraftInput, CorrectDraftInput, RejectDraftInput } from "./review-inputs";
export { changeStatus } from "./status-by-person";
