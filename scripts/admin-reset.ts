/**
 * `npm run admin:reset [-- ADDRESS]`: a new random password for the first admin, or for the person
 * who signs in with ADDRESS. All their sessions end.
 */
import path from "node:path";
import type { Database } from "@/db/client";
import { openDatabase } from "@/db/open";
import { resetPassword } from "@/lib/person";
import { env } from "@/lib/platform/env";
import { ensureSecret, loadDotEnv } from "./settings.mjs";

async function main(): Promise<void> {
  loadDotEnv(path.resolve(import.meta.dirname, ".."));
  ensureSecret();
  const settings = env();
  const database = await openDatabase({
    databaseUrl: settings.DATABASE_URL,
    dataDir: settings.DATA_DIR,
  });
  try {
    const { email, password } = await reset(database);
    process.stdout.write(`\nNew password of ${email}: ${password}\nIt is kept nowhere else.\n`);
  } finally {
    await database.close();
  }
}

function reset({ db }: Database) {
  return resetPassword(
    {
      db,
      env: env(),
      now: () => new Date(),
      actor: { type: "system", name: "admin:reset" },
      jobs: {
        send() {
          throw new Error("nothing follows a new password");
        },
      },
    },
    { email: process.argv[2] },
  );
}

main().catch((error: unknown) => {
  const words = error instanceof Error ? error.message : String(error);
  process.stderr.write(`\n${words}\n`);
  process.exit(1);
});
