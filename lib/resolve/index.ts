/**
 * Replies: the AI drafts them, people settle them. In: a routed ticket, a person's decision.
 * Out: an attempt with its confidence and reasons; `reply.approved` when something is to be sent.
 * Delivery follows that event, and sends exactly the text that was approved.
 */
export { approveDraft } from "./approve-draft";
export { giveTicket } from "./assign-by-person";
export { bulkChange } from "./bulk-change";
export { BulkChangeInput, BulkUndoInput } from "./bulk-inputs";
export { bulkUndo } from "./bulk-undo";
export { OpenByHandInput } from "./by-hand-inputs";
export { correctDraft } from "./correct-draft";
export { decide } from "./decide";
export { confirmProposal, declineProposal, sweepProposals } from "./decide-proposal";
export { draftReply, writeReply } from "./draft-reply";
export { handOver } from "./hand-over";
export { leaveReview, openReview } from "./lease";
export { MergeTicketsInput, UnmergeTicketsInput } from "./merge-inputs";
export { previewMerge } from "./merge-preview";
export { mergeTickets, unmergeTickets } from "./merge-tickets";
export { modelShadow } from "./model-shadow";
export { moveByPerson, splitByPerson } from "./move-by-person";
export { noteOutcome } from "./note-outcome";
export { onArticle } from "./on-article";
export { onPrediction } from "./on-prediction";
export { openByHand } from "./open-by-hand";
export { rejectDraft } from "./reject-draft";
export { RelabelInput, relabelTicket } from "./relabel-by-person";
export { replyToTicket } from "./reply-by-person";
export { approveBatch } from "./review-batch";
export {
  ApproveBatchInput,
  ApproveDraftInput,
  AskSecondLookInput,
  CorrectDraftInput,
  PutOffInput,
  RejectDraftInput,
  ReviewRef,
  TakeOverInput,
} from "./review-inputs";
export { putOff } from "./review-later";
export { takeOver } from "./review-take-over";
export { undoVerdict } from "./review-undo";
export { RunMacroInput, runMacro } from "./run-macro";
export { saveTool, tryTool } from "./save-tool";
export { askSecondLook, withdrawSecondLook } from "./second-look";
export { changeStatus } from "./status-by-person";
export { streamDraft } from "./stream-draft";
export { sweep } from "./sweep";
export { setAsideDraft, sweepTickets } from "./sweep-tickets";
export { takeUp } from "./take-up";
export { UndoReplyInput, undoReply } from "./undo-reply";
