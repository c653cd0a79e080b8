import { importRules } from "./import-rules";
import { sourceRules } from "./source-rules";
import { readTree } from "./tree";

/** Checks the architecture's rules on this tree; prints each violation, exits 1 when there is one. */
const graph = readTree(process.cwd());
const edges = [...graph.values()].reduce((sum, module) => sum + module.imports.length, 0);
let faults = 0;
for (const rule of [...importRules, ...sourceRules]) {
  const found = rule.faults(graph);
  faults += found.length;
  if (found.length) console.error(`\n${rule.name}: ${rule.says}\n  ${found.join("\n  ")}`);
}
console.log(
  `${graph.size} files, ${edges} imports: ${faults || "no"} violations of the import rules`,
);
process.exitCode = faults || graph.size === 0 ? 1 : 0;
