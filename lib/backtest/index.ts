/**
 * Changes tried before they are made. In: rules (later bands) as an admin would save them. Out:
 * what is odd in them, what differs from those in force, and what they would have done to past
 * tickets, on what was known at the time. A back-test writes its own row and nothing else.
 */
export { CheckRules, checkRules, listVersions } from "./check-rules";
export { cancelBacktest, readBacktest } from "./read-backtest";
export { runBacktest } from "./run-backtest";
export { startBacktest } from "./start-backtest";
