"use client";

import { useState } from "react";
import { useT } from "@/components/i18n/context";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import type { DeadChoice, DeadJob as Job } from "@/lib/platform/model";
import { DeadJob } from "./dead-job";
import { kindsOf } from "./job-words";
import { useDiscardJob, useReplayJob } from "./queries";

/** What somebody is about to do, and has not said yes to. */
type Asked = { act: "replay" | "discard"; choice: DeadChoice; name: string };

/** The list, with one decision for each job or for all of a kind. */
export function DeadJobs({ dead, total }: { dead: Job[]; total: number }) {
  const t = useT();
  const replay = useReplayJob();
  const discard = useDiscardJob();
  const [asked, setAsked] = useState<Asked | null>(null);
  const busy = replay.isPending || discard.isPending;
  return (
    <>
      <ul aria-label={t("Kinds")} className="mt-2 flex flex-col gap-2">
        {kindsOf(dead).map(({ name, jobs }) => (
          <li key={name} className="flex flex-wrap items-center gap-2">
            <span className="min-w-0 flex-1 wrap-anywhere">
              {name}: {jobs}
            </span>
            <Button
              disabled={busy}
              aria-label={t("Run all again: {{name}}", { name })}
              onClick={() => setAsked({ act: "replay", choice: { name }, name })}
            >
              {t("Run all again")}
            </Button>
            <Button
              kind="danger"
              disabled={busy}
              aria-label={t("Discard all: {{name}}", { name })}
              onClick={() => setAsked({ act: "discard", choice: { name }, name })}
            >
              {t("Discard all")}
            </Button>
          </li>
        ))}
      </ul>
      {total > dead.length ? (
        <p className="mt-2 text-soft">
          {t("The newest {{n}} of {{total}} are listed.", { n: dead.length, total })}
        </p>
      ) : null}
      <ul aria-label={t("Failed jobs")} className="mt-3">
        {dead.map((job) => (
          <DeadJob
            key={job.id}
            job={job}
            busy={busy}
            onReplay={() => replay.mutate({ id: job.id })}
            onDiscard={() => setAsked({ act: "discard", choice: { id: job.id }, name: job.name })}
          />
        ))}
      </ul>
      <Ask
        asked={asked}
        onClose={() => setAsked(null)}
        onYes={({ act, choice }) => (act === "replay" ? replay : discard).mutate(choice)}
      />
    </>
  );
}

type AskProps = { asked: Asked | null; onClose: () => void; onYes: (asked: Asked) => void };

/** Replaying one is harmless; all of a kind, and discarding, are asked about first. */
function Ask({ asked, onClose, onYes }: AskProps) {
  const t = useT();
  if (!asked) return null;
  const all = "name" in asked.choice;
  const { name } = asked;
  const title =
    asked.act === "replay"
      ? all
        ? t("Run all failed {{name}} jobs again?", { name })
        : t("Run this {{name}} job again?", { name })
      : all
        ? t("Discard all failed {{name}} jobs?", { name })
        : t("Discard this {{name}} job?", { name });
  return (
    <AlertDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={
        asked.act === "replay"
          ? t(
              "They are queued again, up to 500 at once. What they have done already is not done twice.",
            )
          : t(
              "What the job was to do stays undone. The timeline of the desk keeps that you discarded it. This can’t be undone.",
            )
      }
      confirm={asked.act === "replay" ? t("Run again") : t("Discard")}
      danger={asked.act === "discard"}
      onConfirm={() => onYes(asked)}
    />
  );
}
