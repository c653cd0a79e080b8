import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getT } from "@/app/i18n";
import { signedIn } from "@/app/signed-in";
import { NavButton } from "@/components/desk/shell";
import { JobsScreen } from "@/components/jobs/jobs-screen";
import { jobsQuery } from "@/components/jobs/queries";
import { readJobs } from "@/lib/inbox";
import { allowed } from "@/lib/platform/context";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT();
  return { title: t("Jobs") };
}

export default async function JobsPage() {
  const t = await getT();
  const ctx = await signedIn();
  if (!allowed(ctx.actor, "settings.read")) notFound();
  const client = new QueryClient();
  client.setQueryData(jobsQuery.queryKey, await readJobs(ctx));
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto w-full max-w-2xl p-4">
        <div className="mb-4 flex items-center gap-2">
          <NavButton />
          <h1 className="font-semibold text-lg">
            <Link href="/settings" className="text-accent underline underline-offset-2">
              {t("Settings")}
            </Link>{" "}
            / {t("Jobs")}
          </h1>
        </div>
        <HydrationBoundary state={dehydrate(client)}>
          <JobsScreen />
        </HydrationBoundary>
      </div>
    </div>
  );
}
