import { readReadings } from "@/lib/inbox";
import { apiRoute } from "@/lib/platform/http";
import { scrape } from "@/lib/platform/scrape";

/**
 * GET /api/metrics: counts of this process and readings of the database, for Prometheus. With
 * METRICS_TOKEN as a bearer token; not there without one in the settings.
 */
export const GET = apiRoute((request) =>
  scrape(request.headers.get("authorization"), readReadings),
);
