/**
 * Promises of how fast customers are answered. In: policies and calendars as an admin saves them; a
 * ticket and what is known of it. Out: the clock of each ticket, when its targets are due in open
 * time, and `sla.warned` and `sla.breached`, each once. A clock follows `waiting_since` alone.
 */
export { openSeconds, openState } from "./business-time";
export { removeCalendar, restoreCalendar, saveCalendar, tryCalendar } from "./change-calendar";
export { orderPolicies, removePolicy, restorePolicy, savePolicy } from "./change-policy";
export { choosePolicy } from "./choose-policy";
export { dueTimes } from "./clock";
export { clockOf, clocksToTell, countedWaits } from "./clock-store";
export { factsNow, type TicketFacts } from "./facts";
export { keepClockOf, tellClockOf } from "./keep";
export { calendarRows, loadPolicies, policyRows } from "./store";
