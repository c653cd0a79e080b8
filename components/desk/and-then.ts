/**
 * Runs what follows a change, also when the part of the page that asked for it is gone by then: live
 * news may be faster than the answer, and `mutate` forgets its callbacks with its component. What
 * was refused stands in the mutation's `error`.
 *
 * @param change what `mutateAsync` gave
 */
export function andThen<T>(change: Promise<T>, run: (answer: T) => void): void {
  void change.then(run, () => undefined);
}
