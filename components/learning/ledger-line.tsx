import Link from "next/link";
import { useT } from "@/components/i18n/context";
import { Time } from "@/components/time/time";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import type { LedgerRow } from "@/lib/insights/model";
import { effectWords, mayUndo, signalWords } from "./ledger-words";
import { useUndoSignal } from "./queries";
import { SignalDetails } from "./signal-details";

/** One signal: who did what, to which question, and what that changed. */
export function LedgerLine({ row, mayChange }: { row: LedgerRow; mayChange: boolean }) {
  const t = useT();
  const undo = useUndoSignal();
  const effect = effectWords(row.effect, t);
  const words = signalWords(row, t);
  return (
    <li
      data-row
      tabIndex={-1}
      className="-mx-2 flex items-start gap-3 border-t px-2 py-2 -outline-offset-2"
    >
      <div className={cn("min-w-0 flex-1", row.undoneAt && "text-faint")}>
        <p>
          <span className={row.undoneAt ? "line-through" : "font-medium"}>{words}</span>
          {row.undoneAt ? ` · ${t("taken back")}` : ""}
          {row.ticket ? (
            <>
              {" · "}
              <Link href={`/queue/open/${row.ticket.id}`} prefetch={false}>
                #{row.ticket.number}
              </Link>
            </>
          ) : null}
          {row.person ? ` · ${row.person}` : ""}
          {effect ? <span className="text-soft"> · {effect}</span> : null}
        </p>
        {row.question ? (
          <p className="truncate text-soft" dir="auto">
            {row.question}
          </p>
        ) : null}
        {row.about ? (
          <p className="truncate text-faint" dir="auto">
            → {row.about}
          </p>
        ) : null}
        <SignalDetails payload={row.payload} />
      </div>
      <Time at={row.at} className="shrink-0 text-faint text-xs" />
      {mayChange && mayUndo(row) ? (
        <Button
          kind="quiet"
          aria-label={t("Undo {{seq}}: {{words}}", { seq: row.seq, words })}
          busy={undo.isPending}
          onClick={() => undo.mutate({ signalId: row.id })}
        >
          {t("Undo")}
        </Button>
      ) : null}
    </li>
  );
}
