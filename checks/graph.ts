import ts from "typescript";

export type Import = {
  /** As it is written: `@/lib/ticket`, `zod`. */
  specifier: string;
  /** The file of this repository that it means; null for a package. */
  to: string | null;
  /** Names that are taken from it; empty for `*`, side effects and dynamic imports. */
  names: string[];
};

export type Module = { path: string; text: string; source: ts.SourceFile; imports: Import[] };

/** All modules of the repository by path (`lib/ticket/index.ts`). */
export type Graph = Map<string, Module>;

/** Parses files and resolves their imports among each other. Nothing is read from disk. */
export function makeGraph(files: Map<string, string>): Graph {
  const graph: Graph = new Map();
  for (const [path, text] of files) {
    const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
    const imports = specifiersOf(source).map(({ specifier, names }) => ({
      specifier,
      names,
      to: isInternal(specifier) ? resolve(files, path, specifier) : null,
    }));
    graph.set(path, { path, text, source, imports });
  }
  return graph;
}

export const isInternal = (specifier: string): boolean => /^(@\/|\.{1,2}(\/|$))/.test(specifier);

/** Every way to name another module: import, export from, `import()`, `import("…").T`, `require`. */
function specifiersOf(source: ts.SourceFile): { specifier: string; names: string[] }[] {
  const found: { specifier: string; names: string[] }[] = [];
  const add = (node: ts.Node | undefined, names: string[] = []) => {
    if (node && ts.isStringLiteralLike(node)) found.push({ specifier: node.text, names });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, importedNames(node));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, exportedNames(node));
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal);
    else if (ts.isCallExpression(node) && isImportCall(node)) add(node.arguments[0]);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const isImportCall = (node: ts.CallExpression): boolean =>
  node.expression.kind === ts.SyntaxKind.ImportKeyword ||
  (ts.isIdentifier(node.expression) && node.expression.text === "require");

function importedNames(node: ts.ImportDeclaration): string[] {
  const bindings = node.importClause?.namedBindings;
  if (!bindings || !ts.isNamedImports(bindings)) return [];
  return bindings.elements.map((element) => (element.propertyName ?? element.name).text);
}

function exportedNames(node: ts.ExportDeclaration): string[] {
  const clause = node.exportClause;
  if (!clause || !ts.isNamedExports(clause)) return [];
  return clause.elements.map((element) => (element.propertyName ?? element.name).text);
}

function resolve(files: Map<string, string>, from: string, specifier: string): string | null {
  const parts = specifier.startsWith("@/") ? [] : from.split("/").slice(0, -1);
  for (const part of specifier.replace(/^@\//, "").split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  const base = parts.join("/");
  const tries = [
    base,
    `${base}.ts`,
    `${base}.tsx`,
    `${base}.mjs`,
    `${base}/index.ts`,
    `${base}/index.tsx`,
    base.replace(/\.js$/, ".ts"),
  ];
  return tries.find((path) => files.has(path)) ?? null;
}

/** Rings of modules that import each other, each once, from its first path. */
export function cyclesOf(graph: Graph, among: (path: string) => boolean): string[][] {
  const state = new Map<string, "open" | "done">();
  const cycles: string[][] = [];
  const walk = (path: string, trail: string[]): void => {
    state.set(path, "open");
    for (const { to } of graph.get(path)?.imports ?? []) {
      if (!to || !among(to)) continue;
      if (state.get(to) === "open") cycles.push([...trail.slice(trail.indexOf(to)), to]);
      else if (!state.has(to)) walk(to, [...trail, to]);
    }
    state.set(path, "done");
  };
  for (const path of [...graph.keys()].filter(among).sort()) {
    if (!state.has(path)) walk(path, [path]);
  }
  return cycles;
}
