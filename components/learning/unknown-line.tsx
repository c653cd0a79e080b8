"use client";

import Link from "next/link";
import { useT } from "@/components/i18n/context";
import { Time } from "@/components/time/time";
import { Chip } from "@/components/ui/chip";
import type { UnknownKind } from "@/lib/knowledge/model";
import { UnknownActions } from "./unknown-actions";

/** One kind of unknown questions: how often, what, when last, and what can be done about it. */
export function UnknownLine({ kind, mayChange }: { kind: UnknownKind; mayChange: boolean }) {
  const t = useT();
  const { id, size, example, words, answered, lastAskedAt } = kind;
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 border-t py-2.5 first:border-t-0">
      <span className="w-10 shrink-0 text-right font-semibold text-lg tabular-nums leading-6">
        {size}
        <span className="sr-only"> {t("questions", { count: size })}</span>
      </span>
      <div className="min-w-0 flex-1 basis-64">
        <Link
          href={`/learning/unknown/${id}`}
          prefetch={false}
          data-row
          className="line-clamp-2 wrap-anywhere text-ink"
          dir="auto"
        >
          {example}
        </Link>
        <p className="mt-1 flex flex-wrap items-center gap-1.5 text-soft text-xs">
          {words.map((word) => (
            <Chip key={word}>{word}</Chip>
          ))}
          <Time at={lastAskedAt} prefix={t("Last asked")} />
          {answered > 0 ? <span>{t("{{n}} answered by people", { n: answered })}</span> : null}
          <ArticleLink article={kind.article} />
        </p>
      </div>
      {mayChange ? <UnknownActions kind={kind} /> : null}
    </li>
  );
}

export function ArticleLink({ article }: { article: UnknownKind["article"] }) {
  const t = useT();
  if (!article) return null;
  return (
    <span>
      {t("Article:")}{" "}
      <Link href={`/articles/${article.id}`} prefetch={false} dir="auto">
        {article.title}
      </Link>
      {article.state === "published" ? "" : ` (${t.stored(article.state)})`}
    </span>
  );
}
