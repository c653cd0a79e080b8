import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";
import "./db/testing/node-20.ts";
import { testServer, whyUnreachable } from "./db/testing/server.ts";

const IGNORED = ["node_modules", ".next", ".next-*", ".data", ".tmp", "e2e"].map(
  (name) => `**/${name}/**`,
);

const shared = {
  resolve: { alias: { "@": path.resolve(import.meta.dirname) } },
};

const common = {
  environment: "node" as const,
  exclude: IGNORED,
  env: { LOG_LEVEL: "silent" },
  testTimeout: 20_000, // ms; eight test files may share two cores
  hookTimeout: 60_000,
};

const onDatabase = (kind: "embedded" | "postgres"): TestProjectInlineConfiguration => ({
  ...shared,
  test: {
    ...common,
    name: `db-${kind}`,
    include: ["**/*.db.test.ts"],
    globalSetup: [`./db/testing/template-${kind}.ts`],
    provide: { databaseKind: kind, template: "" },
    isolate: false, // files share a database, emptied before each test: opening one takes seconds
  },
});

/** Says so on the terminal, and to scripts/test.mjs, which lists it at the end. */
function leaveOut(reason: string): void {
  const words = `no Postgres can be used at TEST_DATABASE_SERVER: ${reason}`;
  console.log(`Left out: db-postgres, because ${words}`);
  mkdirSync("test-results", { recursive: true });
  writeFileSync("test-results/left-out.txt", words);
}

/** Unit tests, and database tests on the embedded database and, where one answers, on Postgres. */
export default defineConfig(async () => {
  const reason = await whyUnreachable(testServer());
  if (reason) leaveOut(reason);
  return {
    test: {
      // By itself it leaves a core idle, of two as well. Some tests wait for pauses of a second or
      // more, or for Postgres: one worker more works meanwhile.
      maxWorkers: availableParallelism() + 1,
      projects: [
        {
          ...shared,
          test: {
            ...common,
            name: "unit",
            include: ["**/*.test.ts"],
            exclude: [...IGNORED, "**/*.db.test.ts"],
          },
        },
        onDatabase("embedded"),
        ...(reason ? [] : [onDatabase("postgres")]),
      ],
    },
  };
});
