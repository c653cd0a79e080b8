/**
 * The desk as a whole: its settings, and taking the demo data away. In: a setting's name.
 * Out: what an admin has set, or the default of `SETTINGS`; an event for each change.
 */
export { categoryExists } from "./category-store";
export { removeDemoData } from "./remove-demo-data";
export { setSetting } from "./set-setting";
export { getSetting, writeSetting } from "./store";
