import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Graph, makeGraph } from "./graph";

const SKIPPED = new Set(["node_modules", "drizzle", "public", "docs", "test-results"]);

/** All TypeScript files of the repository at `root`, parsed. */
export function readTree(root: string): Graph {
  const files = new Map<string, string>();
  const walk = (folder: string): void => {
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const at = folder ? `${folder}/${entry.name}` : entry.name;
      if (entry.name.startsWith(".") || SKIPPED.has(entry.name)) continue;
      if (entry.isDirectory()) walk(at);
      else if (/\.(ts|tsx|mjs)$/.test(entry.name) && !entry.name.endsWith(".d.ts"))
        files.set(at, readFileSync(path.join(root, at), "utf8"));
    }
  };
  walk("");
  return makeGraph(files);
}
