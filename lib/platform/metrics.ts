import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

type Labels = Record<string, string>;

/** A number that is read when somebody asks, rather than counted while it happens. */
export type Reading = { name: string; help: string; value: number; labels?: Labels };

type Book = {
  registry: Registry;
  counters: Map<string, Counter>;
  histograms: Map<string, Histogram>;
};

const PREFIX = "deskhand_";

/** Seconds; from a fast statement to a model that thinks for a minute. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];

// Next loads modules several times in one process; what was counted is one book.
const slot = globalThis as typeof globalThis & { deskhandMetrics?: Book };

function book(): Book {
  if (slot.deskhandMetrics) return slot.deskhandMetrics;
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: PREFIX }); // event-loop lag, memory, CPU
  slot.deskhandMetrics = { registry, counters: new Map(), histograms: new Map() };
  return slot.deskhandMetrics;
}

/**
 * Counts one of `name`, shown as `deskhand_NAME_total`. Labels take few values each: names of the
 * code, never ids or words of people. Each name always comes with the same labels.
 */
export function count(name: string, labels: Labels): void {
  const { registry, counters } = book();
  let counter = counters.get(name);
  if (!counter) {
    counter = new Counter({
      name: `${PREFIX}${name}_total`,
      help: `Since the start of this process: ${name.replaceAll("_", " ")}`,
      labelNames: Object.keys(labels),
      registers: [registry],
    });
    counters.set(name, counter);
  }
  counter.inc(labels);
}

/** Notes how long something took, seconds, shown as `deskhand_NAME_seconds`. Labels as above. */
export function observe(name: string, labels: Labels, seconds: number): void {
  const { registry, histograms } = book();
  let histogram = histograms.get(name);
  if (!histogram) {
    histogram = new Histogram({
      name: `${PREFIX}${name}_seconds`,
      help: `Seconds: ${name.replaceAll("_", " ")}`,
      labelNames: Object.keys(labels),
      buckets: BUCKETS,
      registers: [registry],
    });
    histograms.set(name, histogram);
  }
  histogram.observe(labels, seconds);
}

/** What has been counted in this process, and `readings`, as Prometheus reads them. */
export async function metricsText(readings: readonly Reading[]): Promise<string> {
  const now = new Registry();
  const gauges = new Map<string, Gauge>();
  for (const { name, help, value, labels = {} } of readings) {
    const gauge =
      gauges.get(name) ??
      new Gauge({
        name: PREFIX + name,
        help,
        labelNames: Object.keys(labels),
        registers: [now],
      });
    gauges.set(name, gauge);
    gauge.set(labels, value);
  }
  return `${await book().registry.metrics()}\n${await now.metrics()}`;
}

/** The `Content-Type` of the text above. */
export const METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";
