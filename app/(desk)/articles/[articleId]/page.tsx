import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getT } from "@/app/i18n";
import { signedIn } from "@/app/signed-in";
import { ArticleEditor } from "@/components/articles/article-editor";
import { STATE_WORDS, usageWords } from "@/components/articles/article-words";
import { NavButton } from "@/components/desk/shell";
import { Chip } from "@/components/ui/chip";
import { readArticle } from "@/lib/insights";
import { ArticleRef } from "@/lib/knowledge/model";
import { allowed, type Context } from "@/lib/platform/context";
import { AppError } from "@/lib/platform/errors";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT();
  return { title: t("Article") };
}

type Props = { params: Promise<{ articleId: string }> };

export default async function ArticlePage({ params }: Props) {
  const t = await getT();
  const ctx = await signedIn();
  const article = await articleOr404(ctx, (await params).articleId);
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto w-full max-w-3xl p-4">
        <div className="mb-4 flex flex-wrap items-center gap-2">
          <NavButton />
          <h1 className="min-w-0 flex-1 font-semibold text-lg max-sm:basis-[70%]" dir="auto">
            {article.title}
          </h1>
          <Chip>{t(STATE_WORDS[article.state])}</Chip>
          <span className="text-soft text-xs">{usageWords(article, t)}</span>
          <Link
            href="/articles"
            className="inline-flex min-h-6 items-center text-accent underline underline-offset-2 pointer-coarse:min-h-11"
          >
            {t("All articles")}
          </Link>
        </div>
        <ArticleEditor
          key={article.updatedAt}
          article={article}
          mayWrite={allowed(ctx.actor, "knowledge.write")}
        />
        <section aria-labelledby="quotes" className="mt-4 rounded-xl border bg-panel px-4 py-3.5">
          <h2 id="quotes" className="font-semibold">
            {t("What replies may quote")}
          </h2>
          {article.passages.length === 0 ? (
            <p className="mt-1 text-soft">{t("Nothing: only published articles are quoted.")}</p>
          ) : (
            <ol className="mt-2 flex flex-col gap-2">
              {article.passages.map((passage) => (
                <li key={`${passage.title} ${passage.text}`} dir="auto">
                  <p className="text-faint text-xs">{passage.title}</p>
                  <p className="text-soft">{passage.text}</p>
                </li>
              ))}
            </ol>
          )}
        </section>
      </div>
    </div>
  );
}

async function articleOr404(ctx: Context, articleId: string) {
  const ref = ArticleRef.safeParse({ articleId });
  if (!ref.success) notFound();
  try {
    return await readArticle(ctx, ref.data.articleId);
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  }
}
