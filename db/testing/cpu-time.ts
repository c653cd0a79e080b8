/** Processor time that work takes, milliseconds: what else the machine does is not counted. */
export function cpuMs(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000; // of microseconds
}
