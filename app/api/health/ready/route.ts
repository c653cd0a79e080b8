import { readiness } from "@/lib/platform/readiness";

export const dynamic = "force-dynamic";

/** 200 when requests can be taken, 503 with the reasons when not. */
export async function GET(): Promise<Response> {
  const reasons = await readiness();
  return Response.json(
    reasons.length === 0 ? { status: "ready" } : { status: "unready", reasons },
    { status: reasons.length === 0 ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
