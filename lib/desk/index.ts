/**
 * The desk as a whole: its settings, jobs that failed for good, and taking the demo data away.
 * In: a setting's name, or which jobs. Out: what an admin has set, or the default of `SETTINGS`; an event for each change.
 */
export { categoryExists } from "./category-store";
export { discardJob } from "./discard-job";
export { removeDemoData } from "./remove-demo-data";
export { replayJob } from "./replay-job";
export { setSetting } from "./set-setting";
export { getSetting, writeSetting } from "./store";
