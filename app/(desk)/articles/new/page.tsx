import type { Metadata } from "next";
import { signedIn } from "@/app/signed-in";
import { ArticleEditor } from "@/components/articles/article-editor";
import { NavButton } from "@/components/desk/shell";
import { allowed } from "@/lib/platform/context";

export const metadata: Metadata = { title: "New article" };

export default async function NewArticlePage() {
  const ctx = await signedIn();
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto w-full max-w-3xl p-4">
        <div className="mb-4 flex items-center gap-2">
          <NavButton />
          <h1 className="font-semibold text-lg">New article</h1>
        </div>
        <ArticleEditor article={null} mayWrite={allowed(ctx.actor, "knowledge.write")} />
      </div>
    </div>
  );
}
