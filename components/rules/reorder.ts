/** The list with the item at `from` at place `to`; places beyond the ends are the ends. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const place = Math.max(0, Math.min(list.length - 1, to));
  const item = list[from];
  if (item === undefined || place === from) return [...list];
  const rest = list.toSpliced(from, 1);
  return rest.toSpliced(place, 0, item);
}
