import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

type Call = { path: string; headers: Record<string, string>; body: string };
type Answer = { status: number; body?: string; location?: string };

export type HookServer = {
  url: string;
  calls: Call[];
  /** The next calls get these in turn; then 204. */
  answers: Answer[];
  close: () => Promise<void>;
};

/** A real HTTP server on a free port, that takes webhooks. */
export async function hookServer(): Promise<HookServer> {
  const calls: Call[] = [];
  const answers: Answer[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      calls.push({
        path: request.url ?? "",
        headers: Object.fromEntries(
          Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
        ),
        body: Buffer.concat(chunks).toString("utf8"),
      });
      const { status, body, location } = answers.shift() ?? { status: 204 };
      response.writeHead(status, location ? { location } : {}).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/replies`,
    calls,
    answers,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
