import type { Reporter } from "vitest/node";
import type { broken } from "./test-reports.mjs";

type Ended = Parameters<NonNullable<Reporter["onTestRunEnd"]>>;
export function vitestReport(modules: Ended[0], uncaught: Ended[1]): ReturnType<typeof broken>;
