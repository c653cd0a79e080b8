import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getT } from "@/app/i18n";
import { signedIn } from "@/app/signed-in";
import { AnswersScreen } from "@/components/answers/answers-screen";
import { answersQuery } from "@/components/answers/queries";
import { NavButton } from "@/components/desk/shell";
import { readAnswers, readArticles } from "@/lib/insights";
import { allowed } from "@/lib/platform/context";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT();
  return { title: t("Answers") };
}

export default async function AnswersPage() {
  const t = await getT();
  const ctx = await signedIn();
  const client = new QueryClient();
  const first = await readAnswers(ctx, {});
  client.setQueryData(answersQuery({}).queryKey, { pages: [first], pageParams: [""] });
  const articles = (await readArticles(ctx)).filter(({ state }) => state === "published");
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto w-full max-w-3xl p-4">
        <div className="mb-1 flex items-center gap-2">
          <NavButton />
          <h1 className="font-semibold text-lg">{t("Answers")}</h1>
        </div>
        <p className="mb-4 text-soft">
          {t(
            "What people have sent. An answer stays with its account until people have sent it to two, or a reviewer releases it.",
          )}
        </p>
        <HydrationBoundary state={dehydrate(client)}>
          <AnswersScreen
            articles={articles.map(({ id, title }) => ({ id, title }))}
            mayChange={allowed(ctx.actor, "knowledge.write")}
          />
        </HydrationBoundary>
      </div>
    </div>
  );
}
