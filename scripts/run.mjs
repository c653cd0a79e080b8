import { spawn } from "node:child_process";

/** How much of a failed command's output people get to see, lines. */
const TAIL_LINES = 30;

/**
 * Runs a command quietly.
 *
 * @returns when it ended with 0
 * @throws {Error} with `output`, the end of what it said
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
    let said = "";
    const keep = (chunk) => {
      said = (said + chunk).slice(-20_000);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    const stop = (signal) => child.kill(signal);
    process.once("SIGTERM", stop);
    const settle = (error) => {
      process.off("SIGTERM", stop);
      if (!error) return resolve();
      error.output = said.trim().split("\n").slice(-TAIL_LINES).join("\n");
      reject(error);
    };
    child.on("error", settle);
    child.on("close", (code, signal) => {
      if (code === 0) return settle();
      settle(new Error(signal ? `stopped by ${signal}` : `ended with code ${code}`));
    });
  });
}
