import { type Context, requirePerson } from "../platform/context";
import { AppError } from "../platform/errors";
import { fromPublicId } from "../platform/ids";
import { readFilter, VIEW_PREFIX, type ViewFilter } from "../view/model";
import { startOfDay } from "./day";
import { FIXED_QUEUES, type FixedQueue, type QueueQuery, TEAM_PREFIX } from "./model";
import { type QueueFilter, scopeOf } from "./queue-filter-store";
import type { Looker } from "./view-parts-store";
import { viewOf } from "./view-store";

type Named = Pick<QueueQuery, "queue" | "filter">;

/**
 * What the names in an address mean to whoever asks: the queue, the filter on top of it, the tickets.
 *
 * @throws `not_found` when there is no such queue; `invalid` when the filter is none
 */
export async function namedScope(ctx: Context, { queue: name, filter }: Named) {
  const looker: Looker = { personId: requirePerson(ctx), now: ctx.now() };
  const queue = await queueOf(ctx, name, looker);
  const also = filter === undefined ? null : alsoOf(filter);
  return { queue, also, looker, scope: scopeOf(queue, looker, also) };
}

async function queueOf(
  ctx: Context,
  name: string,
  { personId, now }: Looker,
): Promise<QueueFilter> {
  const fixed = FIXED_QUEUES.find((queue): queue is FixedQueue => queue === name);
  if (fixed === "sent") return { kind: fixed, since: startOfDay(now) };
  if (fixed) return { kind: fixed };
  const teamId = fromPublicId(TEAM_PREFIX, name);
  if (teamId) return { kind: "team", teamId };
  const viewId = fromPublicId(VIEW_PREFIX, name);
  const filter = viewId ? await viewOf(ctx.db, viewId, personId) : null;
  if (!filter) throw new AppError("not_found", "There is no such queue.");
  return { kind: "view", filter };
}

function alsoOf(text: string): ViewFilter {
  const filter = readFilter(text);
  if (filter) return filter;
  throw new AppError("invalid", "This filter can’t be read.", {
    fields: { filter: ["is not a filter as the desk writes it"] },
  });
}
