/**
 * `npm start`: from a fresh clone to a running desk, and the same in seconds ever after.
 * Runs before anything is installed, so it may import nothing but Node's own modules.
 */
import path from "node:path";

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `Deskhand needs Node 20.19 or newer; this is ${process.versions.node}. Install a newer one from https://nodejs.org.\n`,
  );
  process.exit(1);
}

const root = path.resolve(import.meta.dirname, "..");
process.chdir(root);
const dev = process.argv.includes("--dev");

const { checkPortFree, ensureSecret, listenAddress, loadDotEnv } = await import("./settings.mjs");
const { install } = await import("./install.mjs");
const { build, buildNeeded } = await import("./build.mjs");
const { serve } = await import("./serve.mjs");
const { fail } = await import("./terminal.mjs");

async function start() {
  loadDotEnv(root);
  // Whoever starts it looks at this terminal, where the passwords are: a line for each job is for logs.
  process.env.LOG_LEVEL ||= "warn";
  const address = listenAddress();
  await checkPortFree(address);
  ensureSecret();
  await install(root);
  if (!dev && buildNeeded(root)) {
    const { checkSettings } = await import("./check.mjs");
    await checkSettings(root); // before the long work, not after it
    await build(root);
  }
  await serve({ root, dev, ...address });
}

await start().catch((error) => fail(`Deskhand could not start: ${error.message}`));
