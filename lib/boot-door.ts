import { createServer, type ServerResponse } from "node:http";
import { readReadings } from "./inbox";
import { problem } from "./platform/problem";
import { readiness } from "./platform/readiness";
import { scrape } from "./platform/scrape";

/**
 * The small door of a process that only works: health for who restarts it, metrics for who watches
 * it. The same answers as the web process gives under the same paths.
 *
 * @returns the way to close it
 */
export async function openDoor(host: string, port: number): Promise<() => Promise<void>> {
  const server = createServer((request, response) => {
    const path = (request.url ?? "/").split("?")[0] ?? "/";
    const authorization = request.headers.authorization ?? null;
    void answer(path, authorization)
      .catch((error: unknown) => problem(error, path))
      .then((reply) => hand(reply, response));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause) =>
      reject(new Error(`Can't listen on WORKER_PORT ${port} of ${host}.`, { cause })),
    );
    server.listen(port, host, resolve);
  });
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
}

async function answer(path: string, authorization: string | null): Promise<Response> {
  switch (path) {
    case "/api/health/live":
      return Response.json({ status: "live" });
    case "/api/health/ready":
      return readyResponse();
    case "/api/metrics":
      return scrape(authorization, readReadings);
    default:
      return Response.json({ status: "not found" }, { status: 404 });
  }
}

async function readyResponse(): Promise<Response> {
  const reasons = await readiness();
  return reasons.length === 0
    ? Response.json({ status: "ready" })
    : Response.json({ status: "unready", reasons }, { status: 503 });
}

async function hand(reply: Response, response: ServerResponse): Promise<void> {
  response.writeHead(reply.status, Object.fromEntries(reply.headers));
  response.end(await reply.text());
}
