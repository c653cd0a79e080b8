import { type Context, requirePermission, requirePerson } from "../platform/context";
import { toPublicId } from "../platform/ids";
import { VIEW_PREFIX, ViewSort } from "../view/model";
import { navigationCounts } from "./count-store";
import { startOfDay } from "./day";
import { COUNT_LIMIT, type QueueCounts, TEAM_PREFIX } from "./model";
import type { QueueFilter } from "./queue-filter-store";
import { viewRows } from "./view-store";

const COUNTED = [
  "mine",
  "unassigned",
  "breaching",
  "mentions",
  "open",
  "snoozed",
  "review",
  "held",
] as const;

/** How many tickets each queue holds, for the navigation; nobody counts beyond `COUNT_LIMIT`. */
export async function countQueues(ctx: Context): Promise<QueueCounts> {
  requirePermission(ctx, "ticket.read");
  const looker = { personId: requirePerson(ctx), now: ctx.now() };
  const views = await viewRows(ctx.db, looker.personId);
  const queues: QueueFilter[] = [
    ...COUNTED.map((kind) => ({ kind })),
    { kind: "sent", since: startOfDay(looker.now) },
    ...views.map(({ filter }) => ({ kind: "view" as const, filter })),
  ];
  const { counts, teams } = await navigationCounts(ctx.db, queues, looker);
  const of = (at: number) => counts[at] ?? 0;
  const fixed = (name: (typeof COUNTED)[number]) => of(COUNTED.indexOf(name));
  return {
    mine: fixed("mine"),
    unassigned: fixed("unassigned"),
    breaching: fixed("breaching"),
    mentions: fixed("mentions"),
    open: fixed("open"),
    all: null,
    snoozed: fixed("snoozed"),
    review: fixed("review"),
    held: fixed("held"),
    sent: of(COUNTED.length),
    teams: teams.map(({ id, name, open }) => ({ id: toPublicId(TEAM_PREFIX, id), name, open })),
    views: views.map(({ id, name, shared, ownerId, sort }, at) => {
      const count = of(COUNTED.length + 1 + at);
      return {
        id: toPublicId(VIEW_PREFIX, id),
        name,
        shared,
        own: ownerId === looker.personId,
        sort: ViewSort.catch("newest").parse(sort),
        count: Math.min(count, COUNT_LIMIT - 1),
        more: count >= COUNT_LIMIT,
      };
    }),
  };
}
