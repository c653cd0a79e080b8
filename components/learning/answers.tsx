"use client";

import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import type { AnswerRow } from "@/lib/insights/model";
import { useReleaseAnswer, useRetireAnswer } from "./queries";

const STATE_WORDS: Record<AnswerRow["state"], string> = {
  private: "Private to its account",
  released: "Released",
  retired: "Retired",
};

/** Answers that people have sent, with how often, to whom they may go, and what was accepted. */
export function Answers({ rows, mayChange }: { rows: readonly AnswerRow[]; mayChange: boolean }) {
  const release = useReleaseAnswer();
  const retire = useRetireAnswer();
  if (rows.length === 0) return <p className="text-faint">Nobody has answered by hand yet.</p>;
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.id} className="border-t py-2">
          <p className="line-clamp-3 whitespace-pre-line wrap-anywhere" dir="auto">
            {row.text}
          </p>
          <div className="mt-1 flex flex-wrap items-center gap-2 text-soft text-xs">
            <Chip tone={row.state === "retired" ? "held" : "plain"}>{STATE_WORDS[row.state]}</Chip>
            <span>
              {row.uses} {row.uses === 1 ? "use" : "uses"} in {row.accounts}{" "}
              {row.accounts === 1 ? "account" : "accounts"}, {row.accepted} accepted as drafted
            </span>
            {mayChange && row.state !== "released" ? (
              <Button kind="quiet" onClick={() => release.mutate({ answerId: row.id })}>
                Release to everyone
              </Button>
            ) : null}
            {mayChange && row.state !== "retired" ? (
              <Button kind="quiet" onClick={() => retire.mutate({ answerId: row.id })}>
                Retire
              </Button>
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
