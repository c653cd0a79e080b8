import { describe, expect, test } from "vitest";
import { checkAll } from "./check";
import { lintRules } from "./lint";
import { Actions, type Around, Condition, type RuleDraft, type RuleFacts } from "./model";
import { conditionWords } from "./words";

const AROUND: Around = {
  customer: { addresses: ["mina@acme.example"], tags: ["VIP"] },
  connection: "Zendesk",
  page: "https://app.example/Billing/invoices",
  productArea: "reports",
  team: "Product",
  caller: { priority: "high", category: "billing" },
  seats: 12,
  usage: { projects: 7 },
  joined: true,
};
const FACTS: RuleFacts = {
  intents: [],
  category: "billing",
  channel: "email",
  source: "",
  tier: "business",
  text: "",
  subject: "",
  language: "en",
  sentiment: 0,
  trend: null,
  priority: "normal",
  tags: [],
  tools: [],
  recent: 0,
  failedInvoices: 0,
  tried: 0,
  inTrial: false,
  paying: true,
  novel: true,
  escalated: false,
  around: AROUND,
};
const NAMES = { intent: String, category: String, person: String };

const holds = (leaf: unknown, around: Partial<Around> = {}) =>
  checkAll([Condition.parse(leaf)], { ...FACTS, around: { ...AROUND, ...around } }).holds;

const CASES: [object, object, string][] = [
  [
    { field: "customer", contains: "@ACME.example" },
    { contains: "@other" },
    "customer's address has “@other”",
  ],
  [{ field: "customer_tag", is: "vip" }, { is: "beta" }, "customer has the tag beta"],
  [{ field: "connection", is: "Zendesk" }, { is: "Widget" }, "connection is Widget"],
  [{ field: "page", contains: "/billing" }, { contains: "/team" }, "page has “/team”"],
  [{ field: "product_area", is: "reports" }, { is: "api" }, "product area is api"],
  [{ field: "has_team", is: "Product" }, { is: "Security" }, "team so far is Security"],
  [{ field: "caller_priority", is: "high" }, { is: "low" }, "sender's priority is low"],
  [
    { field: "caller_category", is: "billing" },
    { is: "technical" },
    "sender's category is technical",
  ],
  [{ field: "seats", atLeast: 12 }, { atLeast: 13 }, "at least 13 seats"],
  [
    { field: "usage", of: "Projects", atLeast: 7 },
    { atLeast: 8 },
    "usage of Projects of at least 8",
  ],
  [{ field: "joined", is: true }, { is: false }, "it begins a ticket"],
];

describe("what surrounds a request", () => {
  test.each(CASES)("%j holds, and not when it asks %j", (leaf, other) => {
    expect(holds(leaf)).toBe(true);
    expect(holds({ ...leaf, ...other })).toBe(false);
    expect(holds({ not: { ...leaf, ...other } })).toBe(true);
  });

  test.each(CASES)("%j with %j is told as %s", (leaf, other, words) => {
    expect(conditionWords(Condition.parse({ ...leaf, ...other }), NAMES)).toBe(words);
  });

  test.each(CASES)("%j is unknown where it was not kept", (leaf) => {
    const { around: _, ...early } = FACTS;
    const condition = Condition.parse(leaf);
    expect(checkAll([condition], early)).toMatchObject({ holds: false, unknown: true });
    expect(checkAll([{ not: condition }], early)).toMatchObject({ holds: false, unknown: true });
  });

  test("that is not known holds nothing", () => {
    expect(holds({ field: "page", contains: "/" }, { page: null })).toBe(false);
    expect(holds({ field: "connection", is: "Zendesk" }, { connection: null })).toBe(false);
    expect(holds({ field: "usage", of: "seats", atLeast: 0 })).toBe(false);
  });
});

describe("what is odd about such rules", () => {
  const rule = (id: number, conditions: object[], onMatch: "stop" | "continue" = "stop") =>
    ({
      id: `00000000-0000-4000-8000-00000000000${id}`,
      name: `Rule ${id}`,
      enabled: true,
      conditions: conditions.map((one) => Condition.parse(one)),
      actions: Actions.parse({}),
      onMatch,
    }) satisfies RuleDraft;
  const known = {
    teams: new Set(["Product"]),
    people: new Set<string>(),
    categories: new Set<string>(),
    intents: new Set<string>(),
    policies: new Set(["VIP promise"]),
  };
  const kinds = (...rules: RuleDraft[]) => lintRules(rules, known).map(({ kind }) => kind);

  test("two connections at once never match; a narrower rule behind a wider one never runs", () => {
    const [one, two] = ["Zendesk", "Widget"].map((is) => ({ field: "connection", is }));
    expect(kinds(rule(1, [one ?? {}, two ?? {}]))).toEqual(["never"]);
    expect(
      kinds(rule(1, [{ field: "seats", atLeast: 5 }]), rule(2, [{ field: "seats", atLeast: 9 }])),
    ).toEqual(["shadowed"]);
    expect(
      kinds(
        rule(1, [{ field: "usage", of: "a", atLeast: 5 }]),
        rule(2, [{ field: "usage", of: "b", atLeast: 9 }]),
      ),
    ).toEqual([]);
    expect(
      kinds(
        rule(1, [{ field: "page", contains: "/b" }]),
        rule(2, [{ field: "customer", contains: "/b" }]),
      ),
    ).toEqual([]);
  });

  test("a policy that is not in force, and two that pull apart", () => {
    const promising = (id: number, sla: string) => ({
      ...rule(id, [], "continue"),
      actions: Actions.parse({ sla }),
    });
    expect(kinds(promising(1, "VIP promise"))).toEqual([]);
    expect(kinds(promising(1, "Retired"))).toEqual(["missing"]);
    expect(kinds(promising(1, "VIP promise"), promising(2, "Retired"))).toEqual([
      "missing",
      "contradicts",
    ]);
  });

  test("a team that is gone", () => {
    expect(kinds(rule(1, [{ field: "has_team", is: "Product" }]))).toEqual([]);
    expect(kinds(rule(1, [{ field: "has_team", is: "Retired" }]))).toEqual(["missing"]);
  });
});
