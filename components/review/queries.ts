import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { approveDraftAction, correctDraftAction, rejectDraftAction } from "@/app/actions/draft";
import {
  approveBatchAction,
  askSecondLookAction,
  openReviewAction,
  putOffAction,
  takeOverAction,
  undoVerdictAction,
  withdrawSecondLookAction,
} from "@/app/actions/review";
import { undoReplyAction } from "@/app/actions/ticket";
import { keys } from "@/components/desk/queries";
import { getJson, unwrap } from "@/components/desk/request";
import { Pick } from "@/lib/inbox/model";
import { ReviewItem, ReviewList, ReviewMeasures, type ReviewQuery } from "@/lib/review/model";
import { toSearch } from "./filters";

/** What others look at changes without an event; so often it is asked for. */
const LIST_MS = 10_000;

const LISTS = [...keys.queues, "review"] as const;

/** Under the queues, so that live updates refresh it. */
export function reviewQuery(query: ReviewQuery) {
  const search = toSearch(query);
  return queryOptions({
    queryKey: [...LISTS, search],
    queryFn: ({ signal }) => getJson(`/api/review?${search}`, ReviewList, signal),
    refetchInterval: LIST_MS,
  });
}

/** Under its ticket, for the same reason. */
export function itemQuery(ticketId: string, id: string) {
  return queryOptions({
    queryKey: [...keys.ticket(ticketId), "review", id],
    queryFn: ({ signal }) => getJson(`/api/review/items/${id}`, ReviewItem, signal),
  });
}

export const useReviewers = (wanted: boolean) =>
  useQuery({
    queryKey: ["reviewers"],
    queryFn: ({ signal }) => getJson("/api/review/reviewers", Pick, signal),
    enabled: wanted,
  });

export const useMeasures = () =>
  useQuery({
    queryKey: [...keys.queues, "review-measures"],
    queryFn: ({ signal }) => getJson("/api/review/measures", ReviewMeasures, signal),
  });

type Answered<T extends (...args: never[]) => Promise<unknown>> =
  Extract<Awaited<ReturnType<T>>, { ok: true }> extends { data: infer D } ? D : never;

/** What the desk answers to a verdict. */
export type Settled = Answered<typeof approveDraftAction>;
export type BatchResult = Answered<typeof approveBatchAction>[number];

/** Every word that a reviewer can say of one item. */
export type Saying =
  | { say: "approve"; attemptId: string; seen: string | null; text?: string }
  | { say: "correct"; attemptId: string; seen: string | null; text: string }
  | {
      say: "reject";
      attemptId: string;
      seen: string | null;
      reason: Parameters<typeof rejectDraftAction>[0]["reason"];
      note: string;
    }
  | { say: "take over"; attemptId: string; seen: string | null };

export function sayVerdict(saying: Saying): Promise<Settled> {
  switch (saying.say) {
    case "approve":
      return unwrap(approveDraftAction(saying));
    case "correct":
      return unwrap(correctDraftAction(saying));
    case "reject":
      return unwrap(rejectDraftAction(saying));
    case "take over":
      return unwrap(takeOverAction(saying));
  }
}

export const putOff = (input: Parameters<typeof putOffAction>[0]) => unwrap(putOffAction(input));

export const askSecondLook = (input: Parameters<typeof askSecondLookAction>[0]) =>
  unwrap(askSecondLookAction(input));

export const withdrawSecondLook = (attemptId: string) =>
  unwrap(withdrawSecondLookAction({ attemptId }));

/** Takes a verdict back: the reply that it sent, or the word itself. */
export const takeBack = (attemptId: string, messageId: string | null): Promise<unknown> =>
  messageId ? unwrap(undoReplyAction({ messageId })) : unwrap(undoVerdictAction({ attemptId }));

export const openReview = (attemptId: string) => unwrap(openReviewAction({ attemptId }));

/** Also as the page is being closed. */
export const leaveReview = (attemptId: string) =>
  void navigator.sendBeacon(`/api/review/leave?attemptId=${attemptId}`);

export function useApproveBatch(after: (results: BatchResult[]) => void) {
  const refresh = useRefreshReview();
  return useMutation({
    mutationFn: (input: Parameters<typeof approveBatchAction>[0]) =>
      unwrap(approveBatchAction(input)),
    onSuccess: after,
    onSettled: refresh,
  });
}

/** Reads anew what a verdict changes; over once the lists are read. */
export function useRefreshReview() {
  const client = useQueryClient();
  return async () => {
    void client.invalidateQueries({ queryKey: keys.tickets });
    await client.invalidateQueries({ queryKey: keys.queues });
  };
}

/** Takes an item out of every list that is shown, before the desk has answered. */
export function useDropItem() {
  const client = useQueryClient();
  return async (id: string) => {
    await client.cancelQueries({ queryKey: LISTS });
    client.setQueriesData<ReviewList>(
      { queryKey: LISTS },
      (list) => list && { ...list, rows: list.rows.filter((row) => row.id !== id) },
    );
  };
}
