/**
 * What customers say of replies: 1 (bad) to 5 (good), and a comment. In: a signed link, or a reply
 * that the caller may rate. Out: one row a reply, and the event `csat.received` at each change.
 */
export { type RatedReply, rateReply } from "./rate-reply";
export { ratingPath, ratingUrl, replyOfLink, withoutRatingTokens } from "./rating-link";
export { ratingOf } from "./store";
