import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { fail } from "./terminal.mjs";

/** Takes up `.env` where there is one. What the shell sets goes first. */
export function loadDotEnv(root) {
  const file = path.join(root, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
}

/**
 * Sees to it that NEXTAUTH_SECRET is set: made once and kept in the data folder beside the embedded
 * database, asked for on a server, where several processes must share it.
 */
export function ensureSecret() {
  if (process.env.NEXTAUTH_SECRET) return;
  if (process.env.DATABASE_URL) {
    fail(
      "NEXTAUTH_SECRET is not set. With DATABASE_URL every process needs the same one: make it with openssl rand -base64 32, and set it in the environment or in .env.",
    );
  }
  const folder = path.resolve(process.env.DATA_DIR || "./.data");
  const file = path.join(folder, "secret");
  try {
    mkdirSync(folder, { recursive: true });
    if (!existsSync(file)) {
      // `wx`: of two processes that start at once, one makes it and both read it.
      writeFileSync(file, randomBytes(32).toString("base64"), { mode: 0o600, flag: "wx" });
    }
  } catch (error) {
    if (error.code !== "EEXIST" || !existsSync(file)) {
      fail(`The data folder ${folder} can't be written. Set DATA_DIR to one that can.`);
    }
  }
  process.env.NEXTAUTH_SECRET = readFileSync(file, "utf8").trim();
}

/** The address to listen on. */
export function listenAddress() {
  const host = process.env.HOST || "127.0.0.1";
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    fail(`PORT is "${process.env.PORT}"; set it to a number from 1 to 65535.`);
  }
  return { host, port };
}

/** Asks for the port and gives it back, so that a taken one is told before the long work. */
export async function checkPortFree({ host, port }) {
  const probe = createServer();
  await new Promise((resolve) => {
    probe.once("error", (error) => fail(portTrouble(error, { host, port })));
    probe.listen(port, host, resolve);
  });
  await new Promise((resolve) => probe.close(resolve));
}

export function portTrouble(error, { host, port }) {
  switch (error.code) {
    case "EADDRINUSE":
      return `Port ${port} of ${host} is taken, perhaps by another Deskhand. Stop what uses it, or set PORT to a free one, as in PORT=3001 npm start.`;
    case "EACCES":
      return `You may not listen on port ${port}. Set PORT to one above 1023.`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return `HOST is "${host}", which is no address of this machine. Set it to 127.0.0.1, or to 0.0.0.0 for all.`;
    default:
      return `Can't listen on ${host}:${port} (${error.code ?? error.message}). Set HOST and PORT.`;
  }
}
