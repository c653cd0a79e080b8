import { run } from "./run.mjs";
import { fail } from "./terminal.mjs";

/** Reads the settings as the server will, in a process that can read TypeScript. */
export async function checkSettings(root) {
  const script = 'import("./lib/platform/env.ts").then(({ env }) => env())';
  const args = [
    "--import",
    "tsx",
    "--input-type=module",
    "--eval",
    `${script}.catch((error) => {
    console.error(error.message); process.exit(1); })`,
  ];
  await run(process.execPath, args, { cwd: root }).catch((error) => fail(error.output));
}
