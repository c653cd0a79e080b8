import { createServer } from "node:http";
import { isIPv6 } from "node:net";
import { setTimeout } from "node:timers/promises";
import { letJsonBePacked } from "./compressible.mjs";
import { guardScripts, readable, tellWhoAsks } from "./request-facts.mjs";
import { portTrouble } from "./settings.mjs";
import { fail } from "./terminal.mjs";

/** How long open requests may take to end when the desk stops, milliseconds. */
const DRAIN_MS = 2_000;

/** Jobs get 10 s to finish (lib/boot.ts); when closing hangs, the process ends all the same. */
const STOP_MS = 15_000;

/** Longer than the minute for which proxies and clients keep an idle connection for the next request. */
const KEEP_ALIVE_MS = 75_000;

/** npm passes on a Ctrl-C that the terminal has sent us already; so much later it is another one. */
const SAME_SIGNAL_MS = 1_000;

/** Serves the desk in this process: pages, API, database and workers. */
export async function serve({ root, dev, host, port }) {
  process.env.NODE_ENV = dev ? "development" : "production";
  process.env.NEXT_TELEMETRY_DISABLED ??= "1";
  if (dev) process.env.NEXT_DIST_DIR ??= ".next-dev"; // never into the build that npm start serves
  // Sign-in works under every name that reaches the desk; cookies belong to that name.
  process.env.AUTH_TRUST_HOST ??= "true";

  let handle = (_request, response) => unready(response);
  const server = createServer((request, response) => {
    if (!readable(request.url)) return refused(response);
    tellWhoAsks(request, Number(process.env.TRUSTED_PROXIES ?? 0));
    if (!dev) guardScripts(request, response); // dev's own scripts need more
    letJsonBePacked(response);
    handle(request, response);
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  stopOnSignals(server);
  await listen(server, { host, port });

  const { default: next } = await import("next");
  const app = next({ dev, dir: root, hostname: host, port, httpServer: server });
  try {
    await app.prepare();
  } catch (error) {
    fail(`Deskhand could not start: ${error.message}`);
  }
  handle = app.getRequestHandler();
  await ready({ host, port });
  process.stdout.write("Ready. Stop with Ctrl-C.\n");
}

/** The first request makes Next call instrumentation.ts, which opens the database. */
async function ready({ host, port }) {
  const name = host === "0.0.0.0" || host === "::" ? "localhost" : host;
  const url = `http://${isIPv6(name) ? `[${name}]` : name}:${port}/api/health/ready`;
  const response = await fetch(url).catch(() => null);
  if (response?.ok) return;
  await setTimeout(200);
  await ready({ host, port });
}

function refused(response) {
  response.writeHead(400, { "content-type": "text/plain" });
  response.end("This address is not well-formed.\n");
}

function unready(response) {
  response.writeHead(503, { "retry-after": "2", "content-type": "text/plain" });
  response.end("Deskhand is starting.\n");
}

function listen(server, address) {
  return new Promise((resolve) => {
    server.once("error", (error) => fail(portTrouble(error, address)));
    server.listen(address.port, address.host, resolve);
  });
}

function stopOnSignals(server) {
  let since = 0;
  const stop = async () => {
    if (since) {
      if (Date.now() - since > SAME_SIGNAL_MS) process.exit(130); // asked twice: now
      return;
    }
    since = Date.now();
    process.stdout.write("\nStopping…");
    await drained(server);
    const closed = globalThis.deskhandStop?.().catch((error) => console.error(error.message));
    await Promise.race([closed, setTimeout(STOP_MS)]);
    process.stdout.write(" stopped.\n");
    process.exit(0);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

/** Lets open requests end. Live streams never do, so they are cut. */
function drained(server) {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  const cut = setTimeout(DRAIN_MS, undefined, { ref: false });
  return Promise.race([closed, cut.then(() => server.closeAllConnections())]);
}
