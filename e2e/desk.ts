import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { Webhook } from "standardwebhooks";

type Person = { role: string; email: string; password: string };

/** A running desk, as its owner would start it. */
export type Desk = {
  url: string;
  /** Everything that it said on the terminal. */
  said: () => string;
  /** Those whose passwords it printed. */
  people: Person[];
  /** Posts a request to the signed endpoint. */
  ingest(request: object): Promise<{ status: number; ticketId: string; body: unknown }>;
  /** Stops it and starts it again, with the same data, secret and address. */
  restart(): Promise<void>;
  stop(): Promise<void>;
};

type Settings = {
  demo: boolean;
  databaseUrl?: string;
  /** Where mail goes; the outbox page where unset. */
  smtpUrl?: string;
};

/** First starts fill a demo desk, and other work may use the machine. */
const START_MS = 120_000;

/** Runs `npm start` on a data folder and a port of its own, until it says that it is ready. */
export async function startDesk(settings: Settings): Promise<Desk> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "deskhand-e2e-"));
  const port = await freePort();
  const env = {
    ...process.env,
    HOST: "127.0.0.1",
    PORT: String(port),
    PUBLIC_URL: "",
    DATA_DIR: dataDir,
    DATABASE_URL: settings.databaseUrl ?? "",
    NEXTAUTH_SECRET: randomBytes(32).toString("base64"),
    DEMO: settings.demo ? "on" : "off",
    SMTP_URL: settings.smtpUrl ?? "",
    MAIL_FROM: settings.smtpUrl ? "support@desk.example" : "",
    WORKERS: "on",
    // Peers of the specs: they listen on this machine.
    WEBHOOK_ALLOW_PRIVATE: "127.0.0.1",
    LOG_LEVEL: "warn",
  };
  const start = () =>
    spawn(process.execPath, ["scripts/start.mjs"], { stdio: ["ignore", "pipe", "pipe"], env });
  let child = start();
  const said = await untilReady(child);
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    said,
    people: peopleIn(said()),
    ingest: (request) => ingest(url, dataDir, request),
    async restart() {
      await stopped(child);
      child = start();
      await untilReady(child);
    },
    async stop() {
      await stopped(child);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function untilReady(child: ChildProcess): Promise<() => string> {
  let said = "";
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      child.kill("SIGKILL");
      reject(new Error(`The desk did not start: ${why}\n${said}`));
    };
    const timer = setTimeout(() => fail("it took too long"), START_MS);
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (!said.includes("Ready.")) return;
      clearTimeout(timer);
      resolve(() => said);
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("exit", (code) => {
      clearTimeout(timer);
      fail(`it ended with ${code}`);
    });
  });
}

/** Ctrl-C, as its owner would; killed when it does not stop. */
function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill("SIGKILL"), 20_000);
    child.once("exit", () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill("SIGINT");
  });
}

/** Lines like `  agent     ada@example.com  random-password`. */
function peopleIn(said: string): Person[] {
  return [...said.matchAll(/^ {2}(admin|reviewer|agent) +(\S+@\S+) +(\S+)$/gm)].map(
    ([, role = "", email = "", password = ""]) => ({ role, email, password }),
  );
}

/** Signs as another system would, with a library that is not ours. */
async function ingest(url: string, dataDir: string, request: object) {
  const { connectionId, secret } = JSON.parse(
    await readFile(path.join(dataDir, "ingest.json"), "utf8"),
  ) as { connectionId: string; secret: string }; // written by the desk at its start
  const body = JSON.stringify(request);
  const id = `msg_${randomBytes(8).toString("hex")}`;
  const at = new Date();
  const response = await fetch(`${url}/api/webhooks/support/ingest`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-deskhand-connection": connectionId,
      "webhook-id": id,
      "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
      "webhook-signature": new Webhook(secret).sign(id, at, body),
    },
    body,
  });
  const answer: unknown = await response.json();
  const ticketId =
    answer && typeof answer === "object" && "ticket_id" in answer ? String(answer.ticket_id) : "";
  return { status: response.status, ticketId, body: answer };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
