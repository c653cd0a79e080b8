"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { messageOf } from "@/components/desk/request";
import type { T } from "@/components/i18n/catalogue";
import { useT } from "@/components/i18n/context";
import { says } from "@/components/i18n/says";
import { Panel } from "@/components/settings/panel";
import { Time } from "@/components/time/time";
import { ErrorState } from "@/components/ui/error-state";
import { ListSkeleton } from "@/components/ui/skeleton";
import type { SystemView } from "@/lib/admin/model";
import { useSystem } from "./queries";

const LINK = "text-accent underline underline-offset-2";
const POSTGRES = "Postgres";
/** Replies on their way out, by state. */
const REPLIES: Readonly<Record<string, string>> = says({
  queued: "Replies queued",
  sending: "Replies sending",
  sent: "Replies sent",
  failed: "Replies failed",
  cancelled: "Replies cancelled",
  unknown: "Replies unknown",
});

/** Versions, health, jobs and the outbox. */
export function SystemScreen() {
  const t = useT();
  const { data, error, isPending, refetch } = useSystem();
  if (isPending) return <ListSkeleton />;
  if (!data) {
    return (
      <ErrorState
        title={t("The system could not be asked")}
        message={messageOf(error, t)}
        onRetry={() => void refetch()}
      />
    );
  }
  return (
    <>
      <Panel title={t("Health")} says={healthWords(data, t)}>
        <Facts>
          <Fact name={t("Jobs due")}>{data.jobs.ready}</Fact>
          <Fact name={t("Jobs in work")}>{data.jobs.active}</Fact>
          <Fact name={t("Oldest waits")}>
            {t("{{n}} s", { n: Math.round(data.jobs.oldestSeconds) })}
          </Fact>
          <Fact name={t("Failed for good")}>
            {data.jobs.dead}{" "}
            <Link href="/settings/jobs" prefetch={false} className={LINK}>
              {t("open the jobs")}
            </Link>
          </Fact>
          {data.deliveries.map(({ state, n }) => (
            <Fact key={state} name={t(REPLIES[state] ?? state)}>
              {n}{" "}
              <Link href="/outbox" prefetch={false} className={LINK}>
                {t("open the outbox")}
              </Link>
            </Fact>
          ))}
        </Facts>
      </Panel>
      <Versions data={data} />
    </>
  );
}

function Versions({ data }: { data: SystemView }) {
  const t = useT();
  return (
    <Panel title={t("Versions")}>
      <Facts>
        <Fact name="Deskhand">
          {t("{{version}}, build {{build}}", { version: data.version, build: data.build })}
        </Fact>
        <Fact name="Node">{data.node}</Fact>
        <Fact name={t("Database")}>
          {data.database.kind === "embedded" ? t("embedded") : POSTGRES} {data.database.version},{" "}
          {t("{{n}} schema changes", { n: data.database.migrations })},{" "}
          {megabytes(data.database.bytes)}
        </Fact>
        <Fact name={t("Learned from")}>
          {t("{{n}} signals", { n: data.signals })}{" "}
          <Link href="/learning" prefetch={false} className={LINK}>
            {t("open the ledger")}
          </Link>
        </Fact>
        <Fact name={t("This process")}>
          <Time at={data.startedAt} prefix={t("started")} />,{" "}
          {t("{{size}} of memory", { size: megabytes(data.memoryBytes) })}
        </Fact>
      </Facts>
    </Panel>
  );
}

function healthWords({ diskFull, jobs }: SystemView, t: T): string {
  if (diskFull) return t("The disk of the database is full.");
  if (jobs.oldestSeconds > 60) return t("Work waits and nobody takes it: start a worker.");
  if (jobs.dead > 0) return t("Jobs have failed for good and wait for a decision.");
  return t("Everything is running.");
}

const megabytes = (bytes: number) => `${Math.round(bytes / 1_000_000)} MB`;

function Facts({ children }: { children: ReactNode }) {
  return <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">{children}</dl>;
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-soft">{name}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </>
  );
}
