import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 }); // ms; each test starts processes

let folder: string;
const children: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "deskhand-start-"));
});

afterEach(async () => {
  for (const child of children.splice(0)) await killed(child);
  await rm(folder, { recursive: true, force: true });
});

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, "close");
  child.kill("SIGKILL");
  await closed;
}

type Settings = Record<string, string>;

/** Runs a script with these settings only. @returns its exit code and what it said on stderr */
async function run(script: string[], settings: Settings) {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, script, {
    env: { NODE_ENV: "test", PATH, HOME, DATA_DIR: folder, ...settings },
  });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  const [code] = await once(child, "close");
  return { code, said: said.trim() };
}

const start = (settings: Settings) => run(["scripts/start.mjs"], settings);
const typescript = (script: string, settings: Settings) =>
  run(["--import", "tsx", script], settings);

async function listening() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return { server, port: String(typeof address === "object" && address ? address.port : 0) };
}

/** A fixed one may be in use, by whatever connects to somewhere at that moment. */
async function freePort(): Promise<string> {
  const { server, port } = await listening();
  server.close();
  await once(server, "close");
  return port;
}

/** One line, no stack trace, and the process has failed. */
function oneSentence({ code, said }: { code: number; said: string }, about: RegExp) {
  expect(said).toMatch(about);
  expect(said.split("\n")).toHaveLength(1);
  expect(said).not.toMatch(/ {4}at |Error:/);
  expect(code).toBe(1);
}

describe("npm start stops with one sentence", () => {
  test.each([
    [{ PORT: "web" }, /PORT is "web"/],
    [{ PORT: "70000" }, /PORT is "70000"/],
    [{ HOST: "203.0.113.77" }, /HOST is "203\.0\.113\.77"/],
    [{ DATABASE_URL: "postgres://127.0.0.1/desk" }, /NEXTAUTH_SECRET is not set/],
  ])("for %j", async (settings, about) => {
    oneSentence(await start({ PORT: await freePort(), ...settings }), about);
  });

  test("for a port that is taken", async () => {
    const { server, port } = await listening();
    oneSentence(await start({ PORT: port }), /is taken.*set PORT/);
    server.close();
  });

  test("for a data folder that can't be written", async () => {
    const file = path.join(folder, "file");
    await writeFile(file, "");
    const settings = { DATA_DIR: path.join(file, "data"), PORT: await freePort() };
    oneSentence(await start(settings), /DATA_DIR/);
  });
});

test("settings are checked by name before the long work", async () => {
  const script = path.join(folder, "check.mjs");
  const module = path.resolve("scripts/check.mjs");
  await writeFile(
    script,
    `import { checkSettings } from ${JSON.stringify(module)}; await checkSettings(${JSON.stringify(process.cwd())});`,
  );
  const secret = { NEXTAUTH_SECRET: "x".repeat(32) };
  oneSentence(await run([script], { ...secret, SMTP_URL: "mail.example.org" }), /SMTP_URL/);
  expect(await run([script], secret)).toEqual({ code: 0, said: "" });
});

test("npm run worker says that the embedded database works by itself", async () => {
  oneSentence(await typescript("scripts/worker.ts", {}), /needs Postgres/);
});

test("npm run worker names a database that does not answer", async () => {
  oneSentence(
    await typescript("scripts/worker.ts", {
      DATABASE_URL: "postgres://nobody@127.0.0.1:9/desk",
      NEXTAUTH_SECRET: "x".repeat(32),
      LOG_LEVEL: "silent",
    }),
    /DATABASE_URL does not answer/,
  );
});

describe("the secret", () => {
  const script = (module: string) =>
    `import { ensureSecret } from ${JSON.stringify(module)}; ensureSecret(); console.error(process.env.NEXTAUTH_SECRET)`;

  test("is made once and kept for the owner only", async () => {
    const file = path.join(folder, "secret.mjs");
    await writeFile(file, script(path.resolve("scripts/settings.mjs")));
    const runs = await Promise.all(Array.from({ length: 4 }, () => run([file], {})));
    const secrets = new Set(runs.map((one) => one.said));
    expect(secrets.size).toBe(1);
    expect([...secrets][0]).toHaveLength(44);
    expect((await stat(path.join(folder, "secret"))).mode & 0o777).toBe(0o600);
    expect((await readFile(path.join(folder, "secret"), "utf8")).trim()).toBe([...secrets][0]);
  });
});

describe("the embedded database", () => {
  /** One for these tests: to make another takes seconds. */
  let data: string;
  beforeAll(async () => {
    data = await mkdtemp(path.join(tmpdir(), "deskhand-start-"));
  });
  afterAll(() => rm(data, { recursive: true, force: true }));

  const holder = `
    import { openDatabase } from "@/db/open";
    openDatabase({ dataDir: process.env.DATA_DIR ?? "" }).then(
      () => process.send?.("open"),
      (error) => { console.error(error.message); process.exit(1); },
    );
    setInterval(() => {}, 1_000);`;

  function hold(): ChildProcess {
    const script = ["--import", "tsx", "--input-type=module", "--eval", holder];
    const child = spawn(process.execPath, script, {
      env: { ...process.env, DATA_DIR: data },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    children.push(child);
    return child;
  }

  const adminReset = (DATA_DIR: string) => typescript("scripts/admin-reset.ts", { DATA_DIR });

  test("is refused to a second process, and given to the next straight after kill -9", async () => {
    const first = hold();
    expect(await once(first, "message")).toEqual(["open", undefined]);

    oneSentence(await adminReset(data), /Another Deskhand is using/);

    await killed(first);
    expect(await once(hold(), "message")).toEqual(["open", undefined]);
  });

  test("npm run admin:reset says so when there is nobody yet", async () => {
    oneSentence(await adminReset(data), /no admin yet/);
  });

  test("names a folder that can't be written", async ({ skip }) => {
    skip(process.getuid?.() === 0, "root may write everywhere");
    const locked = path.join(folder, "locked");
    await mkdir(locked);
    await writeFile(path.join(locked, "secret"), "x".repeat(44));
    await chmod(locked, 0o500);
    const said = await adminReset(locked);
    await chmod(locked, 0o700); // or it could not be removed
    oneSentence(said, /can't be written/);
  });
});
