/**
 * Vitest's reporter uses `Map.groupBy`, which Node 20 lacks: without this a failing test is
 * reported as a crash of the reporter, and its message is lost.
 */
if (!("groupBy" in Map)) {
  Object.defineProperty(Map, "groupBy", {
    value: <T, K>(items: Iterable<T>, keyOf: (item: T, index: number) => K): Map<K, T[]> => {
      const groups = new Map<K, T[]>();
      let index = 0;
      for (const item of items) {
        const key = keyOf(item, index++);
        const group = groups.get(key);
        if (group) group.push(item);
        else groups.set(key, [item]);
      }
      return groups;
    },
  });
}
