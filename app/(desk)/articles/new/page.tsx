import type { Metadata } from "next";
import { getT } from "@/app/i18n";
import { signedIn } from "@/app/signed-in";
import { ArticleEditor } from "@/components/articles/article-editor";
import { NavButton } from "@/components/desk/shell";
import { readAnswerText, readUnknownKind } from "@/lib/insights";
import { AnswerRef } from "@/lib/knowledge/model";
import { allowed, type Context } from "@/lib/platform/context";
import { AppError } from "@/lib/platform/errors";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT();
  return { title: t("New article") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewArticlePage({ searchParams }: Props) {
  const t = await getT();
  const ctx = await signedIn();
  const { answer, group } = await searchParams;
  const start = await startOf(ctx, answer);
  const unknown = start ? undefined : await unknownOf(ctx, group);
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto w-full max-w-3xl p-4">
        <div className="mb-4 flex items-center gap-2">
          <NavButton />
          <h1 className="font-semibold text-lg">{t("New article")}</h1>
        </div>
        {start ? (
          <p className="mb-3 text-soft">
            {t(
              "Made of an answer. Words in braces stood for what differed: put general words there.",
            )}
          </p>
        ) : null}
        {unknown ? (
          <div className="mb-3 text-soft">
            <p>
              {t(
                "For questions of a kind that nothing answers yet, asked {{count}} times, for instance:",
                { count: unknown.size },
              )}
            </p>
            <blockquote className="mt-1 border-l-2 pl-3 wrap-anywhere" dir="auto">
              {unknown.example}
            </blockquote>
          </div>
        ) : null}
        <ArticleEditor
          article={null}
          mayWrite={allowed(ctx.actor, "knowledge.write")}
          start={start ?? (unknown && { title: unknown.title, groupId: unknown.groupId })}
        />
      </div>
    </div>
  );
}

/** The words of the answer that is named, if there is one. */
async function startOf(ctx: Context, answer: string | string[] | undefined) {
  const ref = AnswerRef.safeParse({ answerId: answer });
  if (!ref.success) return undefined;
  const { answerId } = ref.data;
  try {
    return { answerId, body: await readAnswerText(ctx, answerId) };
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return undefined;
    throw error;
  }
}

/** Most characters of a title. */
const TITLE = 120;

/** The unknown questions that it is to be written for; its first sentence may do as a title. */
async function unknownOf(ctx: Context, group: string | string[] | undefined) {
  if (typeof group !== "string") return undefined;
  try {
    const { id: groupId, example, size } = await readUnknownKind(ctx, { id: group });
    const [line = ""] = example.split(/\n|(?<=[.?!])\s/);
    return { groupId, example, size, title: line.slice(0, TITLE).toWellFormed() };
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return undefined;
    throw error;
  }
}
