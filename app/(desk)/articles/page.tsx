import type { Metadata } from "next";
import Link from "next/link";
import { getT } from "@/app/i18n";
import { signedIn } from "@/app/signed-in";
import { ArticleList } from "@/components/articles/article-list";
import { ImportArticles } from "@/components/articles/import-articles";
import { NavButton } from "@/components/desk/shell";
import { Button } from "@/components/ui/button";
import { readArticles } from "@/lib/insights";
import { allowed } from "@/lib/platform/context";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT();
  return { title: t("Articles") };
}

export default async function ArticlesPage() {
  const t = await getT();
  const ctx = await signedIn();
  const mayWrite = allowed(ctx.actor, "knowledge.write");
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto w-full max-w-3xl p-4">
        <div className="mb-4 flex flex-wrap items-center gap-2">
          <NavButton />
          <h1 className="flex-1 font-semibold text-lg">{t("Articles")}</h1>
          {mayWrite ? (
            <Button kind="primary" asChild>
              <Link href="/articles/new">{t("New article")}</Link>
            </Button>
          ) : null}
        </div>
        {mayWrite ? (
          <div className="mb-4">
            <ImportArticles />
          </div>
        ) : null}
        <ArticleList articles={await readArticles(ctx)} />
      </div>
    </div>
  );
}
