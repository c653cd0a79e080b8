"use client";

import { useDeferredValue, useState } from "react";
import { messageOf } from "@/components/desk/request";
import { useRowKeys } from "@/components/desk/row-keys";
import { useT } from "@/components/i18n/context";
import { LoadMore } from "@/components/queue/load-more";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Input } from "@/components/ui/input";
import { Skeleton } from "@/components/ui/skeleton";
import type { AnswersQuery } from "@/lib/insights/model";
import { AlikeSuggestions } from "./alike-suggestions";
import { AnswerCard } from "./answer-card";
import { STATE_WORDS } from "./answer-words";
import { type Filter, useAnswers } from "./queries";

type Article = { id: string; title: string };
type Props = { articles: readonly Article[]; mayChange: boolean };

const STATES: readonly AnswersQuery["state"][] = [undefined, "private", "released", "retired"];

/** Everything that people have answered, to read, release, put together and retire. */
export function AnswersScreen({ articles, mayChange }: Props) {
  const t = useT();
  const [filter, setFilter] = useState<Filter>({});
  return (
    <>
      {mayChange ? <AlikeSuggestions /> : null}
      <search className="mb-3 flex flex-wrap items-center gap-2">
        <fieldset className="flex flex-wrap gap-1">
          <legend className="sr-only">{t("State")}</legend>
          {STATES.map((state) => (
            <Button
              key={state ?? "all"}
              kind={filter.state === state ? "plain" : "quiet"}
              aria-pressed={filter.state === state}
              onClick={() => setFilter({ ...filter, state })}
            >
              {state ? t(STATE_WORDS[state]) : t("All")}
            </Button>
          ))}
        </fieldset>
        <Input
          type="search"
          aria-label={t("Search answers")}
          placeholder={t("Words that it holds")}
          value={filter.q ?? ""}
          maxLength={200}
          className="min-w-48 flex-1"
          onChange={(event) => setFilter({ ...filter, q: event.target.value })}
        />
      </search>
      <AnswerList filter={filter} articles={articles} mayChange={mayChange} />
    </>
  );
}

function AnswerList({ filter, articles, mayChange }: Props & { filter: Filter }) {
  const t = useT();
  const { state } = filter;
  const q = useDeferredValue(filter.q?.trim());
  const list = useAnswers({ state, q });
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const keys = useRowKeys(rows.length > 0);
  if (list.isPending) return <AnswersSkeleton />;
  if (list.isError && rows.length === 0) {
    return (
      <ErrorState
        title={t("The answers could not be loaded")}
        message={`${messageOf(list.error, t)} ${t("Drafts go on meanwhile.")}`}
        onRetry={() => void list.refetch()}
      />
    );
  }
  if (rows.length === 0) {
    return q || state ? (
      <EmptyState title={t("No answer is like that")}>
        {t("Try other words, or all states.")}
      </EmptyState>
    ) : (
      <EmptyState title={t("Nobody has answered by hand yet")}>
        {t(
          "Each reply that a person writes becomes an answer here, and is drafted for questions like it.",
        )}
      </EmptyState>
    );
  }
  return (
    <>
      <ul aria-label={t("Answers")} className="rounded-xl border bg-panel" {...keys}>
        {rows.map((row) => (
          <AnswerCard key={row.id} answer={row} articles={articles} mayChange={mayChange} />
        ))}
      </ul>
      {list.hasNextPage ? (
        <LoadMore busy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
      ) : null}
    </>
  );
}

function AnswersSkeleton() {
  const t = useT();
  return (
    <div role="status" aria-label={t("Loading answers")} className="rounded-xl border bg-panel">
      {["one", "two", "three"].map((key) => (
        <div key={key} className="flex flex-col gap-2 border-b p-4 last:border-b-0">
          <Skeleton className="w-full" />
          <Skeleton className="w-2/3" />
          <Skeleton className="w-1/3" />
        </div>
      ))}
    </div>
  );
}
