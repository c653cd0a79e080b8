import ts from "typescript";
import type { Module } from "./graph";
import type { Rule } from "./import-rules";
import { isProduct, isReader, isTest } from "./layers";

/** Lines of a file, and of a function. */
const MAX_FILE = 300;
const MAX_FUNCTION = 60;

const inProduct = (path: string) => /^(app|components|db|lib)\//.test(path);

const lineCount = (text: string) => text.trimEnd().split("\n").length;

/** Routes that `jsonRoute` cannot make, and why. Each checks its caller itself. */
export const ROUTE_EXCEPTIONS: Record<string, string> = {
  "app/api/auth/[...nextauth]/route.ts": "next-auth's own handler: sign-in and sign-out",
  "app/api/health/live/route.ts":
    "for load balancers, without a session; tells nothing of the desk",
  "app/api/health/ready/route.ts":
    "for load balancers, without a session; tells nothing of the desk",
  "app/api/webhooks/support/ingest/route.ts":
    "other systems, by signature or key; checked by verifyIngest before anything is parsed",
  "app/api/webhooks/support/ingest/summary/route.ts":
    "other systems, by signature or key; checked by verifyIngest before anything is parsed",
  "app/api/conversations/[ticketId]/route.ts":
    "customers, by the token of their conversation; checked by readConversation",
  "app/api/conversations/[ticketId]/rating/route.ts":
    "customers, by the token of their conversation, or their system by its key; checked by rateInConversation",
  "app/api/ratings/route.ts": "customers, by the link in a reply; checked by rateByLink",
  "app/api/metrics/route.ts": "monitoring, by the token of the settings; checked by scrape",
  "app/api/live/route.ts": "a stream; looks at the session at the start and every 30 seconds",
};

/** Actions for people who have not signed in, and why. Made by `publicAction`. */
export const ACTION_EXCEPTIONS: Record<string, string> = {
  "app/actions/auth.ts":
    "the first admin of an empty desk, and people who were invited, with a one-time token",
};

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** Files beside lib/platform/env.ts that may read the environment. */
const mayReadEnv = (path: string): boolean =>
  path === "lib/platform/env.ts" ||
  /^[^/]+\.config\.(ts|mjs)$/.test(path) ||
  path === "instrumentation.ts" || // NEXT_RUNTIME, which Next replaces at build time
  /^(scripts|bench|e2e|checks|db\/testing)\//.test(path) ||
  isTest(path);

export const sourceRules: Rule[] = [
  {
    name: "use-server-in-actions",
    says: '"use server" stands only at the head of files in app/actions.',
    faults: (graph) =>
      [...graph.values()].flatMap((module) => {
        const places = directives(module, "use server");
        if (!module.path.startsWith("app/actions/")) return places.map(() => module.path);
        const head = module.source.statements[0];
        return head && isDirective(head, "use server") && places.length === 1
          ? []
          : [`${module.path} does not begin with "use server", once`];
      }),
  },
  {
    name: "actions-made-by-action",
    says: "Every export of app/actions is `export const x = action(…)`.",
    faults: (graph) =>
      [...graph.values()]
        .filter((module) => module.path.startsWith("app/actions/") && !isTest(module.path))
        .flatMap((module) => {
          const makers = module.path in ACTION_EXCEPTIONS ? ["publicAction"] : ["action"];
          return badExports(module, makers, () => true);
        }),
  },
  {
    name: "routes-made-by-maker",
    says: "Every method of a route.ts is made by jsonRoute or streamRoute, or the file is a listed exception.",
    faults: (graph) => [
      ...[...graph.values()]
        .filter((module) => /(^|\/)route\.tsx?$/.test(module.path) && isProduct(module.path))
        .filter((module) => !(module.path in ROUTE_EXCEPTIONS))
        .flatMap((module) =>
          badExports(module, ["jsonRoute", "streamRoute"], (name) => METHODS.has(name)),
        ),
    ],
  },
  {
    name: "env-in-one-file",
    says: "process.env is read only in lib/platform/env.ts.",
    faults: (graph) =>
      [...graph.values()]
        .filter((module) => !mayReadEnv(module.path) && readsEnv(module.source))
        .map((module) => module.path),
  },
  {
    name: "readers-write-nothing",
    says: "A reader selects; it never inserts, updates or deletes.",
    faults: (graph) =>
      [...graph.values()]
        .filter((module) => isReader(module.path) && isProduct(module.path) && writes(module))
        .map((module) => module.path),
  },
  {
    name: "files-are-short",
    says: `No file of the product has more than ${MAX_FILE} lines.`,
    faults: (graph) =>
      [...graph.values()]
        .filter((module) => inProduct(module.path) && lineCount(module.text) > MAX_FILE)
        .map((module) => `${module.path} has ${lineCount(module.text)} lines`),
  },
  {
    name: "functions-are-short",
    says: `No function of the product has more than ${MAX_FUNCTION} lines.`,
    faults: (graph) =>
      [...graph.values()]
        .filter((module) => inProduct(module.path) && !isTest(module.path))
        .flatMap((module) =>
          find(module.source, ts.isFunctionLike)
            .filter((node) => lineCount(node.getText()) > MAX_FUNCTION)
            .map((node) => {
              const { line } = module.source.getLineAndCharacterOfPosition(node.getStart());
              return `${module.path}:${line + 1} has ${lineCount(node.getText())} lines`;
            }),
        ),
  },
  {
    name: "files-are-mostly-short",
    says: "Half of the product's files have at most 80 lines, nine of ten at most 200.",
    faults: (graph) => {
      const lines = [...graph.values()]
        .filter((module) => inProduct(module.path))
        .map((module) => lineCount(module.text))
        .sort((a, b) => a - b);
      const at = (share: number) => lines[Math.floor(lines.length * share)] ?? 0;
      return at(0.5) <= 80 && at(0.9) <= 200
        ? []
        : [`half have up to ${at(0.5)} lines, nine of ten up to ${at(0.9)}`];
    },
  },
];

const isDirective = (node: ts.Node, text: string): boolean =>
  ts.isExpressionStatement(node) &&
  ts.isStringLiteral(node.expression) &&
  node.expression.text === text;

function directives(module: Module, text: string): ts.Node[] {
  return find(module.source, (node) => isDirective(node, text));
}

/** Exports with a name that `counts` and that are not the call of one of `makers`. */
function badExports(module: Module, makers: string[], counts: (name: string) => boolean): string[] {
  const faults: string[] = [];
  const blame = (name: string) => {
    if (counts(name)) faults.push(`${module.path} exports ${name}`);
  };
  for (const statement of module.source.statements) {
    if (ts.isExportDeclaration(statement)) {
      if (statement.isTypeOnly) continue;
      const clause = statement.exportClause;
      if (!clause || !ts.isNamedExports(clause)) faults.push(`${module.path} exports *`);
      else for (const element of clause.elements) blame(element.name.text);
    } else if (ts.isExportAssignment(statement)) {
      faults.push(`${module.path} exports default`);
    } else if (isExported(statement)) {
      if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) continue;
      if (!ts.isVariableStatement(statement)) {
        blame(nameOf(statement));
        continue;
      }
      for (const declared of statement.declarationList.declarations) {
        if (!isCallOf(declared.initializer, makers)) blame(declared.name.getText());
      }
    }
  }
  return faults;
}

const isExported = (node: ts.Node): boolean =>
  ts.canHaveModifiers(node) &&
  ts.getModifiers(node)?.some((word) => word.kind === ts.SyntaxKind.ExportKeyword) === true;

const nameOf = (node: ts.Statement): string =>
  (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) && node.name
    ? node.name.text
    : "default";

const isCallOf = (node: ts.Expression | undefined, makers: string[]): boolean =>
  node !== undefined &&
  ts.isCallExpression(node) &&
  ts.isIdentifier(node.expression) &&
  makers.includes(node.expression.text);

/** `process.env`, `process["env"]`, `const { env } = process`, `import { env } from "process"`. */
function readsEnv(source: ts.SourceFile): boolean {
  return (
    find(source, (node) => {
      if (ts.isPropertyAccessExpression(node))
        return node.expression.getText() === "process" && node.name.text === "env";
      if (ts.isElementAccessExpression(node)) return node.expression.getText() === "process";
      if (ts.isVariableDeclaration(node))
        return ts.isObjectBindingPattern(node.name) && node.initializer?.getText() === "process";
      return (
        ts.isImportDeclaration(node) &&
        /^["'](node:)?process["']$/.test(node.moduleSpecifier.getText())
      );
    }).length > 0
  );
}

const WRITES = new Set(["insert", "update", "delete"]);

/** `….insert(…)` on anything that is named like a database, or the same in raw SQL. */
function writes(module: Module): boolean {
  return (
    /\b(insert into|delete from|truncate )/i.test(module.text) ||
    find(
      module.source,
      (node) =>
        ts.isCallExpression(node) &&
        ts.isPropertyAccessExpression(node.expression) &&
        WRITES.has(node.expression.name.text) &&
        /(^|\.)(db|tx)$/.test(node.expression.expression.getText()),
    ).length > 0
  );
}

function find(root: ts.Node, matches: (node: ts.Node) => boolean): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (matches(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(root);
  return found;
}
