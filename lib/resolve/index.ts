/**
 * Replies: the AI drafts them, people settle them. In: a routed ticket, a person's decision.
 * Out: an attempt with its confidence and reasons; `reply.approved` when something is to be sent.
 * Delivery follows that event, and sends exactly the text that was approved.
 */
export { approveDraft } from "./approve-draft";
export { giveTicket } from "./assign-by-person";
export { correctDraft } from "./correct-draft";
export { draftReply } from "./draft-reply";
export { MergeTicketsInput, UnmergeTicketsInput } from "./merge-inputs";
export { previewMerge } from "./merge-preview";
export { mergeTickets, unmergeTickets } from "./merge-tickets";
export { moveByPerson, splitByPerson } from "./move-by-person";
export { noteOutcome } from "./note-outcome";
export { onArticle } from "./on-article";
export { rejectDraft } from "./reject-draft";
export { replyToTicket } from "./reply-by-person";
export { ApproveDraftInput, CorrectDraftInput, RejectDraftInput } from "./review-inputs";
export { changeStatus } from "./status-by-person";
export { sweep } from "./sweep";
export { setAsideDraft, sweepTickets } from "./sweep-tickets";
export { takeUp } from "./take-up";
export { UndoReplyInput, undoReply } from "./undo-reply";
