import { type InfiniteData, type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { bulkChangeAction, bulkUndoAction } from "@/app/actions/bulk";
import { keys } from "@/components/desk/queries";
import { messageOf, unwrap } from "@/components/desk/request";
import { offerUndo } from "@/components/desk/undo";
import { useViewer } from "@/components/desk/viewer";
import type { T } from "@/components/i18n/catalogue";
import { useT } from "@/components/i18n/context";
import { toast } from "@/components/ui/toast";
import type { QueuePage, QueueRow } from "@/lib/inbox/model";
import { doneWords, refusalLines } from "./bulk-words";
import { type Change, changedRow } from "./optimistic";

/** Tickets in one call: progress shows, and other actions of this tab get their turn between. */
const AT_ONCE = 20;
/** Refusals are read, not glanced at. */
const REFUSED_MS = 15_000;

/** Changes on their way: lists that are read between two of them would show the later one undone. */
let running: Promise<unknown> = Promise.resolve();

async function untilNoneRuns(): Promise<void> {
  let seen: Promise<unknown> | undefined;
  while (seen !== running) {
    seen = running;
    await seen;
  }
}

type Undo = Awaited<ReturnType<typeof changeSome>>["undo"];
type Result = { id: string; ok: boolean; message?: string };

export type Progress = { done: number; total: number };

const changeSome = (ticketIds: string[], change: Change) =>
  unwrap(bulkChangeAction({ ticketIds, change }));

/** Changes every list that the browser holds, at once. */
function patchRows(
  client: QueryClient,
  ids: ReadonlySet<string>,
  patch: (row: QueueRow) => QueueRow,
) {
  client.setQueriesData<InfiniteData<QueuePage>>({ queryKey: [...keys.queues, "list"] }, (data) =>
    data
      ? {
          ...data,
          pages: data.pages.map((page) => ({
            ...page,
            rows: page.rows.map((row) => (ids.has(row.id) ? patch(row) : row)),
          })),
        }
      : data,
  );
}

/** Calls `act` with some items after the others; what fails as a whole is refused item by item. */
async function inParts<I, R extends { results: Result[] }>(
  items: readonly I[],
  idOf: (item: I) => string,
  act: (some: I[]) => Promise<R>,
  tell: (answer: R | null, done: number) => void,
  t: T,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let from = 0; from < items.length; from += AT_ONCE) {
    const some = items.slice(from, from + AT_ONCE);
    const answer = await act(some).catch((error: unknown) => {
      const message = messageOf(error, t);
      results.push(...some.map((item) => ({ id: idOf(item), ok: false, message })));
      return null;
    });
    if (answer) results.push(...answer.results.map((one) => inWords(one, t)));
    tell(answer, Math.min(from + AT_ONCE, items.length));
  }
  return results;
}

/** Refusals are stored nowhere, but said in English. */
const inWords = ({ message, ...rest }: Result, t: T): Result => ({
  ...rest,
  ...(message !== undefined && { message: t.stored(message) }),
});

/** One change to many tickets: shown at once, refused ones put back and named, the rest undoable. */
export function useBulk(rows: readonly QueueRow[]) {
  const t = useT();
  const client = useQueryClient();
  const [progress, setProgress] = useState<Progress | null>(null);
  const viewer = useViewer();
  const nameOf = (id: string) => knownName(client, viewer, id) ?? t("somebody");
  const settle = () => readAnew(client);

  async function run(ids: readonly string[], change: Change): Promise<void> {
    if (ids.length === 0) return;
    running = Promise.allSettled([running, work(ids, change)]);
    await settle();
  }

  async function work(ids: readonly string[], change: Change): Promise<void> {
    const before = new Map(rows.map((row) => [row.id, row]));
    const undo: Undo = [];
    setProgress({ done: 0, total: ids.length });
    await client.cancelQueries({ queryKey: [...keys.queues, "list"] });
    patchRows(client, new Set(ids), (row) => changedRow(row, change, nameOf));
    const results = await inParts(
      ids,
      (id) => id,
      (some) => changeSome(some, change),
      (answer, done) => {
        undo.push(...(answer?.undo ?? []));
        setProgress({ done, total: ids.length });
      },
      t,
    );
    setProgress(null);
    const refused = refusedOf(results);
    patchRows(client, new Set(refused.map(({ id }) => id)), (row) => before.get(row.id) ?? row);
    tellRefused(refused, rows, "changed", t);
    if (undo.length > 0) offerBack(undo, change);
  }

  const offerBack = (undo: Undo, change: Change) =>
    offerUndo({
      key: `bulk ${undo[0]?.ticketId} ${Date.now()}`,
      text: doneWords(change, numbersOf(undo, rows), nameOf, t),
      after: "",
      run: async () => {
        const results = await inParts(
          // The newest first: a merge into a ticket that was merged itself is undone in that order.
          undo.toReversed(),
          ({ ticketId }) => ticketId,
          (some) => unwrap(bulkUndoAction({ undo: some })),
          () => undefined,
          t,
        );
        tellRefused(refusedOf(results), rows, "put back", t);
        await settle();
      },
    });

  return { run, progress };
}

/** Once nothing else is on its way. @returns when the lists have come */
async function readAnew(client: QueryClient): Promise<void> {
  await untilNoneRuns();
  void client.invalidateQueries({ queryKey: keys.tickets });
  await client.invalidateQueries({ queryKey: keys.queues });
}

type Named = { id: string; name: string };

/** Not asked for here: whoever has chosen a person or a team has had them in a list. */
function knownName(client: QueryClient, viewer: Named, id: string): string | undefined {
  const listed = [keys.people, keys.teams].flatMap(
    (queryKey) => client.getQueryData<Named[]>(queryKey) ?? [],
  );
  return [viewer, ...listed].find((one) => one.id === id)?.name;
}

const numbersOf = (undo: Undo, rows: readonly QueueRow[]) =>
  undo.map(({ ticketId }) => rows.find(({ id }) => id === ticketId)?.number);

const refusedOf = (results: readonly Result[]) =>
  results.filter(({ ok }) => !ok).map(({ id, message = "" }) => ({ id, message }));

function tellRefused(
  refused: { id: string; message: string }[],
  rows: readonly QueueRow[],
  what: "changed" | "put back",
  t: T,
): void {
  const count = refused.length;
  if (count === 0) return;
  const said =
    what === "changed"
      ? t("{{count}} tickets could not be changed", { count })
      : t("{{count}} tickets could not be put back", { count });
  toast.error(said, {
    description: refusalLines(refused, rows, t).join("\n"),
    duration: REFUSED_MS,
  });
}
