import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { signedIn } from "@/app/signed-in";
import { NavButton } from "@/components/desk/shell";
import { JobsScreen } from "@/components/jobs/jobs-screen";
import { jobsQuery } from "@/components/jobs/queries";
import { readJobs } from "@/lib/inbox";
import { allowed } from "@/lib/platform/context";

export const metadata: Metadata = { title: "Jobs" };

export default async function JobsPage() {
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
            <Link href="/settings" className="text-accent underline-offset-2 hover:underline">
              Settings
            </Link>{" "}
            / Jobs
          </h1>
        </div>
        <HydrationBoundary state={dehydrate(client)}>
          <JobsScreen />
        </HydrationBoundary>
      </div>
    </div>
  );
}
