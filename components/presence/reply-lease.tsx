"use client";

import { PencilLine } from "lucide-react";
import { useT } from "@/components/i18n/context";
import { rich } from "@/components/i18n/rich";
import { Time } from "@/components/time/time";
import { Button } from "@/components/ui/button";
import { useHold, usePresence, useTakeOver } from "./queries";

/** Above the composer: somebody else has the reply to this ticket, and it can be taken over. */
export function ReplyLease({ ticketId }: { ticketId: string }) {
  const t = useT();
  const other = usePresence(ticketId).find(({ doing }) => doing === "replying");
  const hold = useHold(ticketId);
  const takeOver = useTakeOver(ticketId);
  return (
    <div role="status" aria-label={t("Who is replying")} className="empty:hidden max-sm:px-4">
      {other ? (
        <div className="flex flex-wrap items-center justify-between gap-2 rounded-lg border bg-note px-3 py-1.5">
          <p className="flex min-w-0 items-center gap-1.5">
            <PencilLine size={13} aria-hidden className="shrink-0 text-rev" />
            <span>
              {hold?.had
                ? t("{{name}} took over; your text is kept", { name: other.person.name })
                : other.since
                  ? rich(t, "{{name}} is replying since {{time}}", {
                      name: other.person.name,
                      time: <Time at={other.since} as="since" />,
                    })
                  : t("{{name}} is replying", { name: other.person.name })}
            </span>
          </p>
          <Button busy={takeOver.isPending} onClick={() => takeOver.mutate()}>
            {t("Take over")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
