"use client";

import { messageOf } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { ListSkeleton } from "@/components/ui/skeleton";
import { DeadJobs } from "./dead-jobs";
import { useJobs } from "./queries";
import { QueueTable } from "./queue-table";

/** What waits, what runs, and what has failed for good. */
export function JobsScreen() {
  const t = useT();
  const { data, error, isPending, refetch } = useJobs();
  if (isPending) return <ListSkeleton />;
  if (!data) {
    return (
      <ErrorState
        title={t("The jobs could not be loaded")}
        message={`${messageOf(error, t)} ${t("They go on meanwhile.")}`}
        onRetry={() => void refetch()}
      />
    );
  }
  return (
    <>
      <section className="rounded-xl border bg-panel p-4" aria-labelledby="queues-heading">
        <h2 id="queues-heading" className="font-semibold">
          {t("Queues")}
        </h2>
        <QueueTable queues={data.queues} />
      </section>
      <section className="mt-4 rounded-xl border bg-panel p-4" aria-labelledby="dead-heading">
        <h2 id="dead-heading" className="font-semibold">
          {t("Failed for good")}
        </h2>
        {data.deadTotal === 0 ? (
          <EmptyState title={t("No job has failed for good")}>
            {t(
              "A job that fails is tried again by itself. After six tries it stays here until somebody decides.",
            )}
          </EmptyState>
        ) : (
          <DeadJobs dead={data.dead} total={data.deadTotal} />
        )}
      </section>
    </>
  );
}
