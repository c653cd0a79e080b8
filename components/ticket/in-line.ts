const lines = new Map<string, Promise<unknown>>();

/** Does one thing after the other for each `place`, whatever became of the one before. */
export function inLine<T>(place: string, work: () => Promise<T>): Promise<T> {
  const before = lines.get(place);
  const done = before ? before.then(work, work) : work();
  lines.set(place, done);
  const end = () => {
    if (lines.get(place) === done) lines.delete(place);
  };
  done.then(end, end);
  return done;
}
