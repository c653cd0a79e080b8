import {
  infiniteQueryOptions,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import {
  editAnswerAction,
  mergeAnswersAction,
  releaseAnswerAction,
  restoreAnswerAction,
  retireAnswerAction,
  setOwnerArticleAction,
  unmergeAnswerAction,
} from "@/app/actions/answer";
import { getJson, messageOf, unwrap } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { says } from "@/components/i18n/says";
import { toast } from "@/components/ui/toast";
import { AlikeAnswers, AnswersPage, type AnswersQuery } from "@/lib/insights/model";

const ALL = ["answers"] as const;

export type Filter = Pick<AnswersQuery, "state" | "q">;

/** Answers by state and words, a page at a time. */
export function answersQuery({ state, q }: Filter) {
  return infiniteQueryOptions({
    queryKey: [...ALL, "list", state ?? "", q ?? ""],
    queryFn: ({ pageParam, signal }) => {
      const wanted = {
        ...(state && { state }),
        ...(q && { q }),
        ...(pageParam && { before: pageParam }),
      };
      return getJson(`/api/answers?${new URLSearchParams(wanted)}`, AnswersPage, signal);
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
  });
}

export const useAnswers = (filter: Filter) => useInfiniteQuery(answersQuery(filter));

const alikeQuery = queryOptions({
  queryKey: [...ALL, "alike"],
  queryFn: ({ signal }) => getJson("/api/answers/alike", AlikeAnswers, signal),
});

export const useAlikeAnswers = () => useQuery(alikeQuery);

/** Changes an answer; lists and suggestions then show how things stand. */
function useChange<I>(act: (input: I) => Parameters<typeof unwrap>[0], done: string) {
  const t = useT();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: I) => unwrap(act(input)),
    onError: (error) => toast.error(messageOf(error, t)),
    onSuccess: () => toast.success(t(done)),
    onSettled: () => client.invalidateQueries({ queryKey: ALL }),
  });
}

export const useReleaseAnswer = () => useChange(releaseAnswerAction, says("Released to everyone"));
export const useRetireAnswer = () => useChange(retireAnswerAction, says("Retired"));
export const useRestoreAnswer = () => useChange(restoreAnswerAction, says("In use again"));
export const useEditAnswer = () => useChange(editAnswerAction, says("Changed"));
export const useMergeAnswers = () => useChange(mergeAnswersAction, says("Merged"));
export const useUnmergeAnswer = () => useChange(unmergeAnswerAction, says("Taken out again"));
export const useSetOwnerArticle = () => useChange(setOwnerArticleAction, says("Article set"));
