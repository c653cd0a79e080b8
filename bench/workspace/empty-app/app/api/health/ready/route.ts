/** What a server is asked until it answers. */
export function GET(): Response {
  return Response.json({ status: "ready" });
}
