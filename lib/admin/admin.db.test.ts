import { beforeEach, describe, expect, test } from "vitest";
import { as, makeContext, type TestContext } from "@/db/testing/context";
import { makeCustomer, makeTicket } from "@/db/testing/make";
import { createApiKey, createConnection, rotateApiKey, rotateSecret } from "../channel";
import { saveMacro, saveTag, setSetting } from "../desk";
import { changePerson, invitePerson, setAway } from "../person";
import { assignTicket } from "../ticket";
import {
  readAccount,
  readAudit,
  readConnections,
  readContent,
  readLabels,
  readLabelTickets,
  readPeople,
} from ".";
import {
  AccountView,
  AuditPage,
  AuditQuery,
  ConnectionsView,
  ContentView,
  LabelsView,
  LabelTickets,
  PeopleView,
} from "./model";

let ctx: TestContext;

beforeEach(async () => {
  ctx = await makeContext({ role: "admin" });
});

function idOf({ actor }: TestContext): string {
  if (actor.type !== "person") throw new Error("no person");
  return actor.personId;
}

describe("people", () => {
  test("with what they have, whether they are away, and who is invited", async () => {
    const agent = await as(ctx, { role: "agent" });
    const { teams } = PeopleView.parse(await readPeople(ctx));
    const team = teams.find(({ name }) => name === "Security");
    await changePerson(ctx, { personId: idOf(agent), teamIds: [team?.id ?? ""], capacity: 3 });
    const { ticket } = await makeTicket(ctx, { customer: await makeCustomer(ctx) });
    await assignTicket(ctx, {
      ticketId: ticket.id,
      personId: idOf(agent),
      teamId: team?.id ?? null,
    });
    const until = new Date(ctx.now().getTime() + 86_400_000).toISOString();
    await setAway(ctx, { personId: idOf(agent), until, coverId: idOf(ctx) });
    await invitePerson(ctx, { name: "Noor", email: "noor@desk.test", role: "agent" });

    const view = PeopleView.parse(await readPeople(ctx));
    expect(view.people.find(({ id }) => id === idOf(agent))).toMatchObject({
      teamIds: [team?.id],
      capacity: 3,
      open: 1,
      sessions: 1,
      awayUntil: until,
      cover: { id: idOf(ctx) },
    });
    expect(view.invites).toMatchObject([{ email: "noor@desk.test", role: "agent" }]);
    expect(view.teams.find(({ id }) => id === team?.id)).toMatchObject({
      members: 1,
      open: 1,
      rules: ["Security reports"],
    });
    expect(JSON.stringify(view)).not.toContain("argon2");
  });

  test("see their own account, and which of its browsers asks", async () => {
    const agent = await as(ctx, { role: "agent" });
    const view = AccountView.parse(await readAccount(agent));
    expect(view).toMatchObject({ person: { id: idOf(agent) }, sessions: [{ current: true }] });
  });
});

test("connections and keys, and nothing secret", async () => {
  const { connectionId, secret } = await createConnection(ctx, { name: "Shop", source: "shop" });
  const old = await createApiKey(ctx, { connectionId, name: "Live", scopes: ["ingest"] });
  const next = await rotateApiKey(ctx, old);
  await rotateSecret(ctx, { connectionId, overlapHours: 1 });
  const view = ConnectionsView.parse(await readConnections(ctx));
  const shop = view.connections.find(({ id }) => id === connectionId);
  expect(shop?.keys.map(({ id, replaced }) => [id, replaced])).toEqual(
    expect.arrayContaining([
      [old.apiKeyId, true],
      [next.apiKeyId, false],
    ]),
  );
  expect(shop).toMatchObject({ secretUsedAt: null, oldSecret: { usedAt: null } });
  for (const told of [secret, old.key, next.key]) expect(JSON.stringify(view)).not.toContain(told);
});

test("labels with their tickets and rules; macros and tags with theirs", async () => {
  const { ticket } = await makeTicket(ctx, { customer: await makeCustomer(ctx) });
  await saveMacro(ctx, { name: "Thanks", body: "Thank you!", actions: {} });
  await saveTag(ctx, { name: "vip", description: "Very important" });
  const labels = LabelsView.parse(await readLabels(ctx));
  expect(labels.categories.find(({ slug }) => slug === "general")).toMatchObject({ tickets: 1 });
  expect(labels.intents.find(({ slug }) => slug === "bug_report")).toMatchObject({
    builtIn: true,
    rules: ["Bug reports"],
  });
  const query = { space: "category", slug: "general" } as const;
  expect(LabelTickets.parse(await readLabelTickets(ctx, query)).tickets).toMatchObject([
    { id: ticket.id },
  ]);
  const content = ContentView.parse(await readContent(ctx));
  expect(content).toMatchObject({ macros: [{ name: "Thanks" }], tags: [{ name: "vip" }] });
});

describe("the audit log", () => {
  const audit = async (input: Record<string, unknown> = {}) =>
    AuditPage.parse(await readAudit(ctx, AuditQuery.parse(input))).rows;

  test("tells what was changed and by whom, newest first, and filters", async () => {
    await setSetting(ctx, { name: "desk.name", value: "Northlane" });
    await saveTag(ctx, { name: "vip" });
    await makeTicket(ctx, { customer: await makeCustomer(ctx) });
    const rows = await audit();
    expect(rows.map(({ type }) => type)).toEqual(["tag.changed", "setting.changed"]);
    expect(rows[1]).toMatchObject({
      actor: { type: "person", id: idOf(ctx), name: expect.any(String) },
      payload: { name: "desk.name", before: "Deskhand", after: "Northlane" },
    });
    expect(await audit({ type: "setting" })).toHaveLength(1);
    expect(await audit({ type: "set%" })).toHaveLength(0);
    expect(await audit({ personId: crypto.randomUUID() })).toHaveLength(0);
    expect(await audit({ before: rows[0]?.id })).toHaveLength(1);
    const today = ctx.now().toISOString().slice(0, 10);
    expect(await audit({ from: today, to: today })).toHaveLength(2);
    expect(await audit({ to: "2020-01-01" })).toHaveLength(0);
  });
});

test("is for those who may change it; macros are for all who answer", async () => {
  const agent = await as(ctx, { role: "agent" });
  const query = AuditQuery.parse({});
  const reads = [
    () => readPeople(agent),
    () => readConnections(agent),
    () => readLabels(agent),
    () => readAudit(agent, query),
  ];
  for (const read of reads) await expect(read()).rejects.toMatchObject({ code: "forbidden" });
  await expect(readContent(agent)).resolves.toBeDefined();
});
