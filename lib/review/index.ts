/**
 * What the AI did and why, for whoever asks later: each draft with what it knew, each decision of
 * routing with its evidence. In: a ticket. Out: the records as they were stored, newest first.
 * Writes nothing. A ticket's records hold nothing of other accounts.
 */
export { readAttempts } from "./read-attempts";
export { readRoutings } from "./read-routings";
