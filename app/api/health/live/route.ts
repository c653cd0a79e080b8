export const dynamic = "force-dynamic";

/** The process runs and answers. Says nothing about the database. */
export function GET(): Response {
  return Response.json({ status: "live" }, { headers: { "cache-control": "no-store" } });
}

/** Does nothing: what a POST costs by itself, the yardstick of `npm run bench:ingest`. */
export function POST(): Response {
  return GET();
}
