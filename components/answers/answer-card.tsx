"use client";

import Link from "next/link";
import { useState } from "react";
import { useT } from "@/components/i18n/context";
import { rich } from "@/components/i18n/rich";
import { Time } from "@/components/time/time";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import type { AnswerRow } from "@/lib/insights/model";
import { AnswerMenu } from "./answer-menu";
import { type Asking, beginningOf, STATE_WORDS, usageWords } from "./answer-words";
import { EditDialog } from "./edit-dialog";
import { MergeDialog } from "./merge-dialog";
import { OwnerDialog } from "./owner-dialog";
import { useReleaseAnswer, useRestoreAnswer, useUnmergeAnswer } from "./queries";
import { TemplateText } from "./template-text";

type Props = {
  answer: AnswerRow;
  articles: readonly { id: string; title: string }[];
  mayChange: boolean;
};

/** One answer: its words, how it does, and what can be done with it. */
export function AnswerCard({ answer, articles, mayChange }: Props) {
  const t = useT();
  const [asking, setAsking] = useState<Asking>(null);
  const release = useReleaseAnswer();
  const restore = useRestoreAnswer();
  const { id: answerId, state } = answer;
  const dialog = { answer, open: true, onOpenChange: () => setAsking(null) };
  return (
    <li data-row tabIndex={-1} className="border-b px-4 py-3 -outline-offset-2 last:border-b-0">
      <article aria-label={beginningOf(answer.text)}>
        <TemplateText text={answer.text} />
        <Facts answer={answer} mayChange={mayChange} />
        {mayChange ? (
          <div className="mt-2 flex flex-wrap items-center gap-1.5">
            {state === "private" ? (
              <Button busy={release.isPending} onClick={() => release.mutate({ answerId })}>
                {t("Release to everyone")}
              </Button>
            ) : null}
            {state === "retired" ? (
              <Button busy={restore.isPending} onClick={() => restore.mutate({ answerId })}>
                {t("Restore")}
              </Button>
            ) : null}
            {state === "retired" ? null : (
              <Button data-opens onClick={() => setAsking("edit")}>
                {t("Edit…")}
              </Button>
            )}
            <AnswerMenu answer={answer} onAsk={setAsking} />
          </div>
        ) : null}
      </article>
      {asking === "edit" ? <EditDialog {...dialog} /> : null}
      {asking === "merge" ? <MergeDialog {...dialog} /> : null}
      {asking === "owner" ? <OwnerDialog {...dialog} articles={articles} /> : null}
    </li>
  );
}

function Facts({ answer, mayChange }: { answer: AnswerRow; mayChange: boolean }) {
  const t = useT();
  const { state, language, article, tickets, merged } = answer;
  return (
    <div className="mt-1.5 flex flex-col gap-0.5 text-soft text-xs">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Chip tone={state === "retired" ? "held" : "plain"}>{t(STATE_WORDS[state])}</Chip>
        {language ? <Chip>{language}</Chip> : null}
        <span>{usageWords(answer, t)}</span>
        {answer.lastUsedAt ? (
          <span>{rich(t, "last {{time}}", { time: <Time at={answer.lastUsedAt} /> })}</span>
        ) : null}
        <span>{rich(t, "first {{time}}", { time: <Time at={answer.createdAt} /> })}</span>
      </p>
      {article ? (
        <p>
          {t("Article")}{" "}
          <Link href={`/articles/${article.id}`} prefetch={false}>
            {article.title}
          </Link>
        </p>
      ) : null}
      {tickets.length > 0 ? (
        <p className="flex flex-wrap gap-x-2">
          <span>{t("From", { context: "tickets" })}</span>
          {tickets.map(({ id, number }) => (
            <Link key={number} href={`/queue/open/${id}`} prefetch={false}>
              #{number}
            </Link>
          ))}
        </p>
      ) : null}
      {merged.map((part) => (
        <MergedPart key={part.id} part={part} mayChange={mayChange} />
      ))}
    </div>
  );
}

function MergedPart({
  part,
  mayChange,
}: {
  part: AnswerRow["merged"][number];
  mayChange: boolean;
}) {
  const t = useT();
  const unmerge = useUnmergeAnswer();
  const name = beginningOf(part.text);
  return (
    <p className="flex flex-wrap items-center gap-x-2">
      <span className="wrap-anywhere">{t("Merged with it: “{{name}}”", { name })}</span>
      {mayChange ? (
        <Button
          kind="quiet"
          busy={unmerge.isPending}
          aria-label={t("Take out again: {{name}}", { name })}
          onClick={() => unmerge.mutate({ answerId: part.id })}
        >
          {t("Take out again")}
        </Button>
      ) : null}
    </p>
  );
}
