"use client";

import Link from "next/link";
import { useRowKeys } from "@/components/desk/row-keys";
import { useT } from "@/components/i18n/context";
import { Time } from "@/components/time/time";
import { Chip } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import { intentWords } from "@/lib/inbox/model";
import type { ArticleRow } from "@/lib/insights/model";
import { STATE_WORDS, usageWords } from "./article-words";

/** All articles of the knowledge base. */
export function ArticleList({ articles }: { articles: readonly ArticleRow[] }) {
  const t = useT();
  const keys = useRowKeys(articles.length > 0);
  if (articles.length === 0) {
    return (
      <EmptyState title={t("No articles yet")}>
        {t(
          "Replies are drafted from published articles and from what people have answered. Write one, or import a folder of Markdown.",
        )}
      </EmptyState>
    );
  }
  return (
    <ul aria-label={t("Articles")} className="rounded-xl border bg-panel" {...keys}>
      {articles.map((article) => (
        <li key={article.id} className="border-b last:border-b-0">
          <Link
            href={`/articles/${article.id}`}
            prefetch={false}
            data-row
            className="block px-4 py-2.5 -outline-offset-2 hover:bg-bg"
          >
            <span className="flex items-baseline justify-between gap-3">
              <span className="truncate font-semibold" dir="auto">
                {article.title}
              </span>
              <Time at={article.updatedAt} className="shrink-0 text-faint text-xs" />
            </span>
            <span className="mt-0.5 flex flex-wrap items-center gap-1.5 text-soft">
              <Chip tone={article.state === "retired" ? "held" : "plain"}>
                {t(STATE_WORDS[article.state])}
              </Chip>
              {article.category ? <Chip>{intentWords(article.category)}</Chip> : null}
              <span className="text-xs">{usageWords(article, t)}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
