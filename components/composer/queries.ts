import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { saveWritingAction } from "@/app/actions/writing";
import { getJson, unwrap } from "@/components/desk/request";
import { type Snippet, Snippets } from "@/lib/knowledge/model";
import { Writings } from "@/lib/presence/model";

const MIN_LENGTH = 3;
const STALE_MS = 60_000;
/** Nobody is asked for each letter. */
const PAUSE_MS = 200;

/** Words of the knowledge base that fit; nothing until there is enough to search for. */
export function useSnippets(ticketId: string, words: string): Snippet[] | undefined {
  const q = useSettled(words.trim().slice(0, 200));
  return useQuery({
    queryKey: ["snippets", ticketId, q],
    queryFn: ({ signal }) =>
      getJson(`/api/snippets?${new URLSearchParams({ q, ticket: ticketId })}`, Snippets, signal),
    enabled: q.length >= MIN_LENGTH,
    staleTime: STALE_MS,
    placeholderData: keepPreviousData,
  }).data;
}

function useSettled(words: string): string {
  const [settled, settle] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => settle(words), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return settled;
}

/** What this person has begun to write on a ticket, on whichever browser. */
export const writingQuery = (ticketId: string) =>
  queryOptions({
    queryKey: ["writing", ticketId],
    queryFn: ({ signal }) => getJson(`/api/tickets/${ticketId}/writing`, Writings, signal),
    staleTime: 0,
    refetchOnWindowFocus: "always",
  });

export const saveWriting = (input: Parameters<typeof saveWritingAction>[0]) =>
  unwrap(saveWritingAction(input));
