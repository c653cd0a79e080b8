import { testWords } from "../filter/terms";
import { type Context, requirePermission } from "../platform/context";
import { AppError } from "../platform/errors";
import { fromPublicId } from "../platform/ids";
import { TICKET_PREFIX } from "../ticket/model";
import type { ViewFilter } from "../view/model";
import type { WhyHere, WhyQuery } from "./model";
import { namedScope } from "./named-scope";
import type { Looker } from "./view-parts-store";
import { factsInScope, passed, placeIn, testNames } from "./why-store";
import { factWords, placeWords, queueReasons, singles } from "./why-words";

type Facts = NonNullable<Awaited<ReturnType<typeof factsInScope>>>;

/**
 * Why a ticket stands in a list, and where in its order. Spans instead of times of day: only the
 * reader's browser knows their time zone. Empty when the ticket is not in the list (any more).
 *
 * @throws `not_found` for a queue or an id that can't be one
 */
export async function whyHere(ctx: Context, query: WhyQuery): Promise<WhyHere> {
  requirePermission(ctx, "ticket.read");
  const id = fromPublicId(TICKET_PREFIX, query.id);
  if (!id) throw new AppError("not_found", "There is no such ticket.");
  const { queue, also, looker, scope } = await namedScope(ctx, query);
  const facts = await factsInScope(ctx.db, scope, id);
  if (!facts) return { reasons: [] };
  const filters = [queue.kind === "view" ? queue.filter : null, also];
  const [place, ...told] = await Promise.all([
    placeIn(ctx.db, scope, query.sort, id),
    ...filters.map((filter) => filterReasons(ctx, filter, id, facts, looker)),
  ]);
  return {
    reasons: [
      ...queueReasons(queue, facts, looker.now),
      ...told.flat(),
      placeWords(query.sort, place, facts),
    ],
  };
}

/** The tests that it passes, in words, with the one value of several that it was. */
async function filterReasons(
  ctx: Context,
  filter: ViewFilter | null,
  id: string,
  facts: Facts,
  looker: Looker,
): Promise<string[]> {
  const tests = filter?.tests.flatMap(singles) ?? [];
  if (tests.length === 0) return [];
  const [names, said] = await Promise.all([testNames(ctx.db), passed(ctx.db, id, tests, looker)]);
  return tests
    .filter((_, at) => said[at])
    .map((test) => {
      const found = factWords(test, facts, looker.now);
      return found ? `${testWords(test, names)}: ${found}` : testWords(test, names);
    });
}
