/**
 * Reads for the settings: people, teams, connections, labels, macros, tags,
 * promises, and the audit log. In: a
 * context and a question from `model.ts`. Out: plain data. Selects from every schema, writes none.
 * Each reader asks for the permission of its page.
 */
export { readAudit } from "./read-audit";
export { readConnections } from "./read-connections";
export { readContent, readLabels, readLabelTickets } from "./read-content";
export { readLastChange, readSettingChanges } from "./read-last-changes";
export { readLlmSettings } from "./read-llm";
export { readAccount, readPeople } from "./read-people";
export { forecastPolicies, readSlaSettings } from "./read-sla";
export { readSystem } from "./read-system";
export { readToolSettings } from "./read-tools";
