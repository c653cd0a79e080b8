"use client";

import { useEffect, useRef } from "react";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { RewritePart, type Tone } from "@/lib/assist/model";
import { useParts } from "../use-parts";
import { TextDiff } from "./text-diff";
import { toneWords } from "./tone-words";

type Props = {
  ticketId: string;
  tone: Tone;
  text: string;
  onClose: () => void;
  onUse: (text: string) => void;
};

/** Shows what would change before anything does. */
export function RewriteDialog({ ticketId, tone, text, onClose, onUse }: Props) {
  const t = useT();
  const now = useParts(`/api/tickets/${ticketId}/rewrite`, RewritePart);
  const begin = useRef(() => now.run({ text, tone }));
  useEffect(() => begin.current(), []);
  const { state, part, error } = now;
  const running = state === "running";
  const fault = part?.kind === "fault" ? part.words : error;
  const done = part?.kind === "done" ? part : null;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      side="wide"
      title={toneWords(tone, t)}
      description={t("Nothing has changed yet.")}
    >
      <div className="flex flex-col gap-3 p-4">
        <div aria-live="polite" aria-busy={running} className="flex flex-col gap-3">
          {part?.kind === "text" || running ? (
            <p dir="auto" className="whitespace-pre-wrap text-base wrap-anywhere">
              {part?.kind === "text" ? part.text : t("Writing…")}
            </p>
          ) : null}
          {done ? (
            <>
              <TextDiff before={text} after={done.text} />
              <Changed done={done} />
            </>
          ) : null}
          {fault ? <p className="text-held">■ {t.stored(fault)}</p> : null}
          {state === "stopped" ? <p className="text-soft">{t("Stopped.")}</p> : null}
        </div>
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t("Keep my words")}</Button>
          {running ? (
            <Button onClick={now.stop}>{t("Stop")}</Button>
          ) : (
            <Button onClick={() => now.run({ text, tone })}>{t("Try again")}</Button>
          )}
          <Button kind="primary" disabled={!done} onClick={() => done && onUse(done.text)}>
            {t("Use it")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

type Done = Extract<RewritePart, { kind: "done" }>;

/** Numbers, links and addresses must be the same in other words. */
function Changed({ done: { added, lost } }: { done: Done }) {
  const t = useT();
  if (added.length + lost.length === 0) return null;
  return (
    <div className="text-held">
      <p>■ {t("Look at these before you use it:")}</p>
      {added.length > 0 ? <p>{t("New: {{facts}}", { facts: added.join(", ") })}</p> : null}
      {lost.length > 0 ? <p>{t("Gone: {{facts}}", { facts: lost.join(", ") })}</p> : null}
    </div>
  );
}
