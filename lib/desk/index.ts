/**
 * The desk as a whole: its settings, jobs that failed for good, and taking the demo data away.
 * In: a setting's name, or which jobs. Out: what an admin has set, or the default of `SETTINGS`; an event for each change.
 */

export {
  addLabel,
  archiveLabel,
  mergeLabel,
  renameLabel,
  restoreLabel,
} from "./change-label";
export { archiveMacro, restoreMacro, saveMacro } from "./change-macro";
export { archiveTag, renameTag, restoreTag, saveTag } from "./change-tag";
export { discardJob } from "./discard-job";
export { type LabelPlaces, labelPlaces } from "./label-places-store";
export { macroInUse } from "./macro-store";
export { removeDemoData } from "./remove-demo-data";
export { replayJob } from "./replay-job";
export { setSetting, undoSetting } from "./set-setting";
export { getSetting, writeSetting } from "./store";
