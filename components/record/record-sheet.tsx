"use client";

import { Download } from "lucide-react";
import { messageOf } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { ConfidenceBadge } from "@/components/queue/confidence-badge";
import { Time } from "@/components/time/time";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import type { AttemptRecord } from "@/lib/review/model";
import { AttemptView } from "./attempt-view";
import { useAttempts } from "./queries";

type Props = {
  ticketId: string;
  number: number;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** What the desk knew at each draft of a ticket: for whoever asks how it came to that. */
export function RecordSheet({ ticketId, number, open, onOpenChange }: Props) {
  const t = useT();
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      side="wide"
      title={t("What did it know?")}
      description={t("Every draft of #{{number}}, newest first, with all that it was made from.", {
        number,
      })}
    >
      <Records ticketId={ticketId} open={open} />
    </Dialog>
  );
}

function Records({ ticketId, open }: Pick<Props, "ticketId" | "open">) {
  const t = useT();
  const { data, error, refetch } = useAttempts(ticketId, open);
  if (error) {
    return (
      <ErrorState
        title={t("The drafts could not be loaded")}
        message={messageOf(error, t)}
        onRetry={() => void refetch()}
      />
    );
  }
  if (!data) return <Loading />;
  return (
    <div className="px-4 pt-2 pb-6">
      {data.attempts.length === 0 ? (
        <p className="py-4 text-soft">{t("Nothing was drafted here yet.")}</p>
      ) : null}
      {data.attempts.map((attempt, at) => (
        <Attempt
          key={attempt.id}
          attempt={attempt}
          name={t("Draft {{n}} of {{all}}", {
            n: data.attempts.length - at,
            all: data.attempts.length,
          })}
          open={at === 0}
        />
      ))}
      <Button asChild className="mt-3">
        <a href={`/api/tickets/${ticketId}/attempts?download=1`} download>
          <Download size={14} aria-hidden /> {t("Download as JSON")}
        </a>
      </Button>
    </div>
  );
}

function Attempt({ attempt, name, open }: { attempt: AttemptRecord; name: string; open: boolean }) {
  return (
    <details open={open} className="border-b">
      <summary className="flex min-h-10 flex-wrap items-center gap-x-2.5 py-1.5">
        <h3 className="font-semibold">{name}</h3>
        <ConfidenceBadge badge={attempt} />
        <Time at={attempt.createdAt} className="text-faint" />
      </summary>
      <AttemptView attempt={attempt} />
    </details>
  );
}

function Loading() {
  const t = useT();
  return (
    <div role="status" className="flex flex-col gap-3 p-4">
      <span className="sr-only">{t("Loading the drafts…")}</span>
      <Skeleton className="w-1/3" />
      <Skeleton className="w-5/6" />
      <Skeleton className="w-4/6" />
    </div>
  );
}
