import { cyclesOf, type Graph, type Import, isInternal } from "./graph";
import {
  folderOf,
  isDoor,
  isModel,
  isNoun,
  isProduct,
  isReader,
  isStep,
  isTest,
  isTestHelper,
  NOUNS,
  READERS,
  SHARED,
  STEPS,
} from "./layers";

export type Rule = {
  name: string;
  /** What is allowed, in one sentence. */
  says: string;
  /** One line for each violation, beginning with the path. */
  faults: (graph: Graph) => string[];
};

type Edge = Import & { from: string };

/** A rule on single imports: which files it watches, and what is wrong with an import of theirs. */
function edgeRule(
  name: string,
  says: string,
  watches: (path: string) => boolean,
  wrong: (edge: Edge) => boolean,
): Rule {
  return {
    name,
    says,
    faults: (graph) =>
      [...graph.values()]
        .filter((module) => watches(module.path))
        .flatMap((module) => module.imports.map((item) => ({ ...item, from: module.path })))
        .filter(wrong)
        .map((edge) => `${edge.from} imports ${edge.specifier}`),
  };
}

const product = (test: (path: string) => boolean) => (path: string) =>
  isProduct(path) && test(path);
const under = (folder: string) => (path: string) => path.startsWith(folder);
const isSchema = (path: string) => path === "db/schema/index.ts" || path.startsWith("db/schema/");
const isSql = (specifier: string) =>
  specifier === "postgres" || /^drizzle-orm(\/|$)/.test(specifier);

/** Folders whose SQL goes to a schema of another name. */
const SCHEMA_OF: Record<string, string> = { platform: "person" };

/** Files of db/ that put rows in by the doors of lib/, as people would. */
const mayUseDoors = (path: string) =>
  path.startsWith("db/demo/") || isTestHelper(path) || path === "db/defaults.ts";

/** What platform may know of the product: who signs in. */
const PLATFORM_MAY = new Set(["lib/person/model.ts", "db/schema/person.ts", "db/client.ts"]);

export const importRules: Rule[] = [
  {
    name: "imports-resolve",
    says: "Every import of a file of this repository is found, or the other rules would not see it.",
    faults: (graph) =>
      [...graph.values()].flatMap((module) =>
        module.imports
          .filter((item) => isInternal(item.specifier) && !item.to)
          .filter((item) => !/\.(css|svg|png|json)$/.test(item.specifier))
          .map((item) => `${module.path} imports ${item.specifier}, which is not there`),
      ),
  },
  {
    name: "no-cycles",
    says: "No file imports itself by way of others.",
    faults: (graph) => cyclesOf(graph, isProduct).map((ring) => ring.join(" → ")),
  },
  {
    name: "folders-known",
    says: "A folder of lib/ is a noun, a step, a reader, event or platform.",
    faults: (graph) => {
      const known: readonly string[] = [...NOUNS, ...STEPS, ...READERS, ...SHARED];
      return [...graph.keys()].filter((path) => {
        const folder = folderOf(path);
        return folder !== null && !known.includes(folder);
      });
    },
  },
  edgeRule(
    "models-are-pure",
    "model.ts imports only zod and other models.",
    isModel,
    (edge) => edge.specifier !== "zod" && !(edge.to && isModel(edge.to)),
  ),
  edgeRule(
    "platform-knows-no-product",
    "lib/platform knows of the product only who signs in.",
    product(under("lib/platform/")),
    ({ to }) => to !== null && !to.startsWith("lib/platform/") && !PLATFORM_MAY.has(to),
  ),
  edgeRule(
    "event-knows-models-only",
    "lib/event uses platform, its own schema and models, so that everyone may use it.",
    product(under("lib/event/")),
    ({ to }) =>
      to !== null &&
      !isModel(to) &&
      !/^(lib\/(event|platform)\/|db\/client\.ts$|db\/schema\/event\.ts$)/.test(to),
  ),
  edgeRule(
    "steps-import-no-step",
    "A step never calls another; events join them.",
    product(isStep),
    ({ from, to }) => to !== null && isStep(to) && folderOf(to) !== folderOf(from) && !isModel(to),
  ),
  edgeRule(
    "nouns-stand-alone",
    "A noun imports no step, no reader and no other noun's door.",
    product(isNoun),
    ({ from, to }) =>
      to !== null &&
      !isModel(to) &&
      (isStep(to) || isReader(to) || (isNoun(to) && folderOf(to) !== folderOf(from))),
  ),
  edgeRule(
    "readers-call-no-step",
    "A reader changes nothing, so it imports no step.",
    product(isReader),
    ({ to }) => to !== null && isStep(to) && !isModel(to),
  ),
  edgeRule(
    "doors-only",
    "From outside a folder of lib/: only its index.ts or model.ts.",
    () => true,
    ({ from, to }) =>
      to !== null &&
      folderOf(to) !== null &&
      folderOf(to) !== "platform" &&
      folderOf(to) !== folderOf(from) &&
      !isDoor(to) &&
      !isModel(to),
  ),
  edgeRule(
    "own-schema-only",
    "lib/x touches only db/schema/x; readers may select from all.",
    product((path) => path.startsWith("lib/") && !isReader(path)),
    ({ from, to, names }) => {
      if (to === "db/client.ts") return names.includes("schema");
      const folder = folderOf(from) ?? "";
      return to !== null && isSchema(to) && to !== `db/schema/${SCHEMA_OF[folder] ?? folder}.ts`;
    },
  ),
  edgeRule(
    "sql-in-stores",
    "In nouns, steps, readers and event, SQL stands only in store.ts (or *-store.ts).",
    product((path) => isNoun(path) || isStep(path) || isReader(path) || folderOf(path) === "event"),
    ({ from, specifier, to }) =>
      !/(^|[/-])store\.ts$/.test(from) && (isSql(specifier) || (to !== null && isSchema(to))),
  ),
  edgeRule(
    "lib-serves-screens",
    "lib/ and db/ import no screen.",
    (path) => /^(lib|db)\//.test(path),
    ({ to }) => to !== null && /^(app|components)\//.test(to),
  ),
  edgeRule(
    "db-takes-vocabulary",
    "db/ takes only model.ts from lib/; demo data, defaults and test helpers may use doors.",
    (path) => path.startsWith("db/") && !mayUseDoors(path) && !isTest(path),
    ({ to }) => to?.startsWith("lib/") === true && !isModel(to),
  ),
  edgeRule(
    "components-see-models",
    "components/ import models and other components; app/actions only from queries.ts.",
    product(under("components/")),
    ({ from, to, specifier }) =>
      isSql(specifier) ||
      (to !== null &&
        !to.startsWith("components/") &&
        !isModel(to) &&
        !(to.startsWith("app/actions/") && from.endsWith("/queries.ts"))),
  ),
  edgeRule(
    "actions-behind-queries",
    "app/actions is called only from queries.ts of a component folder.",
    (path) => !/^components\/.+\/queries\.ts$/.test(path) && !isTest(path),
    ({ to }) => to?.startsWith("app/actions/") === true,
  ),
  edgeRule(
    "app-holds-no-sql",
    "app/ translates requests into verbs: no SQL, no database.",
    product(under("app/")),
    ({ specifier, to }) => isSql(specifier) || to?.startsWith("db/") === true,
  ),
  edgeRule(
    "pipeline-is-the-runners",
    "Only lib/runner.ts imports lib/pipeline.ts.",
    (path) => path !== "lib/runner.ts",
    ({ to }) => to === "lib/pipeline.ts",
  ),
  edgeRule(
    "test-helpers-in-tests",
    "db/testing (and lib/x/testing) is for tests.",
    (path) => !isTest(path) && !isTestHelper(path) && !/^(e2e\/|[^/]+\.config\.ts$)/.test(path),
    ({ to }) => to !== null && isTestHelper(to),
  ),
  edgeRule(
    "product-needs-no-tools",
    "The product imports no test, script, bench or check.",
    isProduct,
    ({ to }) => to !== null && (isTest(to) || /^(e2e|scripts|bench|checks)\//.test(to)),
  ),
];
