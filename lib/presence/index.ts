/**
 * Who is where on the desk at this moment. In: signs of life of browsers. Out: who looks at a ticket,
 * who replies to it, up to when a person has read it. Nothing of it is told on the timeline: looking
 * changes nothing, and is over in seconds.
 */
export { clearWriting } from "./clear-writing";
export { holdReply, leaveReply } from "./hold-reply";
export { HoldReplyInput, PresenceRef, SaveWritingInput } from "./inputs";
export { claimReply, someoneReplies } from "./lease-store";
export { leaveTicket, lookAtTicket } from "./look";
export { markRead, markUnread } from "./mark-read";
export { saveWriting } from "./save-writing";
