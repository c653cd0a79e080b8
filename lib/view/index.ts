/**
 * Saved views: lists of tickets that people have put together, for themselves or for everybody.
 * In: a name, a filter, an order. Out: rows, and `view.changed` for each change. What a view holds is
 * read by lib/inbox.
 */
export { addView } from "./add-view";
export { changeView } from "./change-view";
export { NewViewInput, RemovedView, ViewChange, ViewRef } from "./inputs";
export { removeView } from "./remove-view";
export { restoreView } from "./restore-view";
