import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { openDatabase } from "@/db/open";
import { type Env, env } from "@/lib/platform/env";

export type Place = { dataDir: string; databaseUrl?: string; remove: () => Promise<void> };

/**
 * A copy of this desk's database, to play with.
 *
 * @throws {Error} when there is no desk, or it is at work, with one sentence for people
 */
export async function copyDesk(): Promise<Place> {
  const { DATABASE_URL, DATA_DIR } = env();
  return DATABASE_URL ? copyServer(DATABASE_URL) : copyFolder(DATA_DIR);
}

async function copyFolder(dataDir: Env["DATA_DIR"]): Promise<Place> {
  const from = path.resolve(dataDir, "db");
  if (!existsSync(from)) {
    throw new Error(`There is no desk in ${path.resolve(dataDir)}. Try --demo or --data DIR.`);
  }
  // Whoever can open it is alone with it; it says so to people otherwise.
  const database = await openDatabase({ dataDir });
  await database.close();
  const copy = mkdtempSync(path.join(tmpdir(), "deskhand-eval-"));
  cpSync(from, path.join(copy, "db"), { recursive: true });
  return {
    dataDir: copy,
    remove: async () => rmSync(copy, { recursive: true, force: true }),
  };
}

async function copyServer(url: string): Promise<Place> {
  const from = new URL(url);
  const name = `deskhand_eval_${process.pid}`;
  const to = new URL(url);
  to.pathname = `/${name}`;
  const onServer = async (statement: string) => {
    const server = new URL(url);
    server.pathname = "/postgres";
    const sql = postgres(server.href, { max: 1, onnotice: () => undefined });
    await sql.unsafe(statement).finally(() => sql.end());
  };
  const quoted = decodeURIComponent(from.pathname.slice(1)).replaceAll('"', '""');
  await onServer(`create database ${name} template "${quoted}"`).catch((cause: unknown) => {
    throw new Error(
      "The desk's database can't be copied. Stop the desk, or let DATABASE_URL name a copy of it.",
      { cause },
    );
  });
  return {
    ...{ dataDir: "", databaseUrl: to.href },
    remove: () => onServer(`drop database if exists ${name} with (force)`),
  };
}
