"use client";

import Link from "next/link";
import { useT } from "@/components/i18n/context";
import { Time } from "@/components/time/time";
import { Button } from "@/components/ui/button";
import type { DeadJob as Job } from "@/lib/platform/model";
import { triesWords } from "./job-words";

type Props = {
  job: Job;
  busy: boolean;
  onReplay: () => void;
  onDiscard: () => void;
};

/** A job that has failed for good: which, why, and what can be done. */
export function DeadJob({ job, busy, onReplay, onDiscard }: Props) {
  const t = useT();
  const rest = job.ids.filter((entry) => entry.name !== "ticketId");
  return (
    <li aria-label={t("{{name}}, failed", { name: job.name })} className="border-t py-3">
      <div className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-semibold">{job.name}</span>
        <span className="text-soft">
          {triesWords(job.tries, t)}, <Time at={job.failedAt} prefix={t("given up")} />
        </span>
        {job.ticket ? (
          <Link
            href={`/queue/open/${job.ticket}`}
            prefetch={false}
            className="text-accent underline underline-offset-2"
          >
            {t("Its ticket")}
          </Link>
        ) : null}
      </div>
      <p className="mt-1 wrap-anywhere">{job.error}</p>
      {rest.length > 0 ? (
        <p className="mt-1 font-mono text-faint text-xs wrap-anywhere">
          {rest.map(({ name, id }) => `${name} ${id}`).join(" · ")}
        </p>
      ) : null}
      <div className="mt-2 flex gap-2">
        <Button disabled={busy} onClick={onReplay}>
          {t("Run again")}
        </Button>
        <Button kind="danger" disabled={busy} onClick={onDiscard}>
          {t("Discard")}
        </Button>
      </div>
    </li>
  );
}
