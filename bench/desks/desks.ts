/**
 * `npm run bench:desks -- 10k 100k 1m`: makes desks with so many tickets on the server of the tests,
 * and keeps them as template databases that a bench copies. With `--drop` they go away.
 */
import { parseArgs } from "node:util";
import { dropDesk, ensureDesk, SIZES, type Size } from "./build";

const say = (words: string) => process.stdout.write(`${words}\n`);

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { drop: { type: "boolean", default: false } },
  });
  const known = (name: string): name is Size => name in SIZES;
  const wrong = positionals.filter((name) => !known(name));
  if (wrong.length > 0 || positionals.length === 0) {
    throw new Error(`Name one or more of ${Object.keys(SIZES).join(", ")}.`);
  }
  for (const size of positionals.filter(known)) {
    const began = Date.now();
    if (values.drop) await dropDesk(size);
    else await ensureDesk(size, say);
    say(
      `${size}: ${values.drop ? "dropped" : "ready"} after ${((Date.now() - began) / 1000).toFixed(0)} s`,
    );
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
