"use client";

import Link from "next/link";
import { Time } from "@/components/time/time";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import type { LedgerRow } from "@/lib/insights/model";
import { mayUndo, signalWords } from "./ledger-words";
import { useUndoSignal } from "./queries";

/** Everything that the desk has learned from, the newest first; reviewers can take each back. */
export function Ledger({ rows, mayChange }: { rows: readonly LedgerRow[]; mayChange: boolean }) {
  const undo = useUndoSignal();
  if (rows.length === 0) return <p className="text-faint">Nothing yet.</p>;
  return (
    <ol>
      {rows.map((row) => (
        <li key={row.id} className="flex items-start gap-3 border-t py-2">
          <div className={cn("min-w-0 flex-1", row.undoneAt && "text-faint")}>
            <p>
              <span className={row.undoneAt ? "line-through" : "font-medium"}>
                {signalWords(row)}
              </span>
              {row.undoneAt ? " · taken back" : ""}
              {row.ticket ? (
                <>
                  {" · "}
                  <Link href={`/queue/open/${row.ticket.id}`} prefetch={false}>
                    #{row.ticket.number}
                  </Link>
                </>
              ) : null}
              {row.person ? ` · ${row.person}` : ""}
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
          </div>
          <Time at={row.at} className="shrink-0 text-faint text-xs" />
          {mayChange && mayUndo(row) ? (
            <Button
              kind="quiet"
              aria-label={`Undo ${row.seq}: ${signalWords(row)}`}
              busy={undo.isPending && undo.variables.signalId === row.id}
              onClick={() => undo.mutate({ signalId: row.id })}
            >
              Undo
            </Button>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
