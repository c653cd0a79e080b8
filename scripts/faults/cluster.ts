import { spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

/** A database server of the test's own: it is killed and restarted, which nobody else's may be. */
export type Cluster = {
  url: string;
  /** `immediate`: as after a power cut; `fast`: connections are cut, nothing is lost on the way. */
  restart: (mode: "immediate" | "fast") => Promise<void>;
  remove: () => Promise<void>;
};

/** Comes with the headers of Postgres, and knows where its programs are. */
const TELLS = "pg_config";

/** The folder that holds `initdb` and `pg_ctl`; null where Postgres's server is not installed. */
export function serverPrograms(): string | null {
  const inPath = (process.env.PATH ?? "").split(path.delimiter);
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian)
    ? readdirSync(debian).sort((a, b) => Number(b) - Number(a))
    : [];
  const told = spawnSync(TELLS, ["--bindir"], { encoding: "utf8" }).stdout?.trim();
  const folders = [...versions.map((name) => path.join(debian, name, "bin")), ...inPath];
  const holds = (folder: string) =>
    ["initdb", "pg_ctl", "postgres"].every((name) => existsSync(path.join(folder, name)));
  return [...folders, ...(told ? [told] : [])].find(holds) ?? null;
}

type As = { uid?: number; gid?: number };

/** Postgres refuses to run as root; then it runs as the user that its package has made. */
function otherUser(): As {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) =>
    Number(spawnSync("id", [flag, "postgres"], { encoding: "utf8" }).stdout?.trim() || Number.NaN);
  const [uid, gid] = [id("-u"), id("-g")];
  if (!uid || !gid) throw new Error("This is root, and there is no user postgres to run it as.");
  return { uid, gid };
}

/** Makes and starts a cluster on a free port of this machine, in a folder that goes away with it. */
export async function startCluster(programs: string): Promise<Cluster> {
  const user = otherUser();
  const folder = mkdtempSync(path.join(tmpdir(), "deskhand-faults-pg-"));
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = path.join(folder, "data");
  const port = await freePort();
  const run = (name: string, args: string[]) =>
    runProgram(path.join(programs, name), args, { ...user, cwd: folder });
  const ctl = (...args: string[]) =>
    run("pg_ctl", ["-D", data, "-w", "-t", "60", "-l", path.join(folder, "log"), ...args]);
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=on`;
  try {
    await run("initdb", ["-D", data, "-U", "postgres", "--auth=trust", "-E", "UTF8", "--no-sync"]);
    await ctl("start", "-o", options);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    restart: (mode) => ctl("restart", "-m", mode, "-o", options),
    async remove() {
      await ctl("stop", "-m", "immediate").catch(() => undefined);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** @throws with what it said, when it fails */
function runProgram(file: string, args: string[], options: As & { cwd: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    // Nothing is piped out of `pg_ctl start`: the server would inherit the pipe and keep it open.
    const child = spawn(file, args, { ...options, stdio: ["ignore", "ignore", "ignore"] });
    child.on("error", reject);
    child.on("exit", (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`${path.basename(file)} ${args.at(-1)} ended with ${code}`)),
    );
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo; // a TCP server that listens has one
      server.close(() => resolve(port));
    });
  });
}
