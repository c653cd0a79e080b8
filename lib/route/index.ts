/**
 * Routing: what a customer wants, how pressing it is, and who takes it. In: a customer's message.
 * Out: a classified ticket with its team, and `ticket.routed` with every reason in plain words.
 * Evidence is keywords, the account and the history; what people have called such requests outweighs them once it is sure.
 */

export { followLabel, followTag, followTeam } from "./follow-names";
export { keepClock, keepClocks } from "./keep-clock";
export { routeTicket } from "./route-ticket";
export { routeWithOpinion } from "./route-with-opinion";
export { summariseTicket } from "./summarise-ticket";
export { sweepClocks } from "./sweep-clocks";
export { TryRules, tryRules } from "./try-rules";
export { weighAccount } from "./weigh-account";
