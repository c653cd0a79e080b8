/** Where the tabs of a browser keep which notices it has shown. */
const KEY = "deskhand.notices.told";
/** Far more than a list holds. */
const KEPT = 200;

/**
 * Takes those notices that no tab of this browser has shown or seen yet: nothing is shown twice.
 *
 * @returns the ids that are this tab's to show
 */
export function takeUntold(ids: readonly string[], store: Storage): string[] {
  const told = toldIn(store);
  const untold = ids.filter((id) => !told.includes(id));
  if (untold.length > 0) store.setItem(KEY, JSON.stringify([...untold, ...told].slice(0, KEPT)));
  return untold;
}

function toldIn(store: Storage): unknown[] {
  try {
    const kept: unknown = JSON.parse(store.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept : [];
  } catch {
    return []; // somebody else's words
  }
}
