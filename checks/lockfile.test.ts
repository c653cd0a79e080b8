import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

type Lock = {
  packages: Record<string, { optionalDependencies?: Record<string, string>; resolved?: string }>;
};

/** Packages that are optional somewhere and that the lock does not hold: npm 11 refuses such a lock. */
function missing(lock: Lock): string[] {
  return Object.entries(lock.packages).flatMap(([from, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !foundFrom(lock, from, name))
      .map((name) => `${name} of ${from}`),
  );
}

/** Node's own way to a package: the folder's node_modules, then those of the folders above. */
function foundFrom(lock: Lock, from: string, name: string): boolean {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf("node_modules/") - 1))) {
    if (`${at ? `${at}/` : ""}node_modules/${name}` in lock.packages) return true;
    if (!at) return false;
  }
}

/** Where npm would fetch from: names a host that others may not reach. */
const HOST = /https?:\/\/[^"'\s/]*(registry|npmjs|verdaccio|artifactory|nexus)[^"'\s/]*/i;

describe("package-lock.json", () => {
  const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as Lock; // npm's own format

  test("holds an entry for every optional dependency", () => {
    expect(missing(lock)).toEqual([]);
  });

  test("finds a missing one", () => {
    const broken: Lock = { packages: { "": { optionalDependencies: { "@x/linux": "1.0.0" } } } };
    expect(missing(broken)).toEqual(["@x/linux of "]);
  });

  test("names no place to download from", () => {
    expect(Object.values(lock.packages).filter((entry) => entry.resolved)).toEqual([]);
  });
});

test("no tracked file names a package registry", () => {
  if (!existsSync(".git")) return; // a downloaded archive
  const files = execFileSync("git", ["ls-files"], { encoding: "utf8" }).trim().split("\n");
  const naming = files.filter((file) => existsSync(file) && HOST.test(readFileSync(file, "utf8")));
  expect(naming.filter((file) => file !== "checks/lockfile.test.ts")).toEqual([]);
});
