import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

type Call = { path: string; headers: Record<string, string>; body: string };
type Answer = { status: number; body?: string; location?: string; retryAfter?: string };

export type HookServer = {
  url: string;
  calls: Call[];
  /** The next calls get these in turn; then 204. */
  answers: Answer[];
  /** From now on calls are taken in and not answered, until `release`. */
  hang: () => void;
  release: () => void;
  /** Resolves when so many calls have come. */
  called: (times: number) => Promise<void>;
  close: () => Promise<void>;
};

/** A real HTTP server on a free port, that takes webhooks. */
export async function hookServer(): Promise<HookServer> {
  const calls: Call[] = [];
  const answers: Answer[] = [];
  const waiting = new Set<() => void>();
  let held: (() => void)[] | null = null;
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
      for (const look of waiting) look();
      const { status, body, location, retryAfter } = answers.shift() ?? { status: 204 };
      const headers = {
        ...(location && { location }),
        ...(retryAfter && { "retry-after": retryAfter }),
      };
      const answer = () => void response.writeHead(status, headers).end(body);
      if (held) held.push(answer);
      else answer();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/replies`,
    calls,
    answers,
    hang() {
      held ??= [];
    },
    release() {
      for (const answer of held ?? []) answer();
      held = null;
    },
    called: (times) =>
      new Promise((resolve) => {
        const look = () => {
          if (calls.length >= times) resolve();
        };
        waiting.add(look);
        look();
      }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
