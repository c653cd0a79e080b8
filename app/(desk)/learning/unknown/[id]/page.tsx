import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getT } from "@/app/i18n";
import { signedIn } from "@/app/signed-in";
import { BackKey } from "@/components/desk/back-key";
import { NavButton } from "@/components/desk/shell";
import { unknownKindQuery } from "@/components/learning/progress-queries";
import { UnknownScreen } from "@/components/learning/unknown-screen";
import { readUnknownKind } from "@/lib/insights";
import { allowed } from "@/lib/platform/context";
import { AppError } from "@/lib/platform/errors";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT();
  return { title: t("Unknown questions") };
}

type Props = { params: Promise<{ id: string }> };

/** One kind of unknown questions, by its id or by a ticket that is in it. */
export default async function UnknownKindPage({ params }: Props) {
  const t = await getT();
  const ctx = await signedIn();
  const { id } = await params;
  const client = new QueryClient();
  const kind = await readUnknownKind(ctx, { id }).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  });
  client.setQueryData(unknownKindQuery(id).queryKey, kind);
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto w-full max-w-3xl p-4">
        <div className="mb-4 flex flex-wrap items-center gap-2">
          <NavButton />
          <BackKey to="/learning" />
          <h1 className="flex-1 font-semibold text-lg">{t("Unknown questions")}</h1>
          <Link href="/learning">{t("All of Learning")}</Link>
        </div>
        <HydrationBoundary state={dehydrate(client)}>
          <UnknownScreen id={id} mayChange={allowed(ctx.actor, "knowledge.write")} />
        </HydrationBoundary>
      </div>
    </div>
  );
}
