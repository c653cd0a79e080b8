import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

const read = (file: string) => readFileSync(file, "utf8");

const settings = [...read("lib/platform/env.ts").matchAll(/^ {2}([A-Z][A-Z_]+): /gm)]
  .map((match) => match[1])
  .sort();

describe("settings", () => {
  test("are found in env.ts", () => expect(settings).toContain("DATABASE_URL"));

  test("are all in .env.example, and no others", () => {
    const named = [...read(".env.example").matchAll(/^#([A-Z_]+)=/gm)].map((match) => match[1]);
    expect(named.sort()).toEqual(settings);
  });

  test("are all in the README's table, and no others", () => {
    const table = read("README.md").split("## Configuration")[1]?.split("**Which")[0] ?? "";
    const rows = table.split("\n").map((line) => line.split("|")[1] ?? "");
    const named = rows.flatMap((cell) => [...cell.matchAll(/`([A-Z_]+)`/g)].map((m) => m[1]));
    expect(named.sort()).toEqual(settings);
  });
});

test("links in the documents lead to files", () => {
  const files = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"].concat(
    readdirSync("docs/decisions").map((name) => `docs/decisions/${name}`),
  );
  const dead = files.flatMap((file) =>
    [...read(file).matchAll(/\]\(([^)#:]+)(#[^)]*)?\)/g)]
      .map((match) => match[1] ?? "")
      .filter((link) => !existsSync(path.join(path.dirname(file), link)))
      .map((link) => `${file}: ${link}`),
  );
  expect(dead).toEqual([]);
});
