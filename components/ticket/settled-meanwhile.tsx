"use client";

import { useT } from "@/components/i18n/context";
import { says } from "@/components/i18n/says";
import { Button } from "@/components/ui/button";
import type { TicketView } from "@/lib/inbox/model";
import type { AttemptView } from "@/lib/review/model";
import { useKeptText } from "./kept-text";

/** What became of the draft meanwhile. */
const FASTER_WORDS: Partial<Record<AttemptView["reviewState"], string>> = says({
  approved: "{{name}} was faster: this draft is approved already. What you wrote is kept.",
  corrected: "{{name}} was faster: this draft is corrected already. What you wrote is kept.",
  rejected: "{{name}} was faster: this draft is rejected already. What you wrote is kept.",
});
const FASTER_OTHERWISE = says("{{name}} was faster. What you wrote is kept.");

type Props = { ticket: TicketView; attempt: AttemptView; onReply: () => void };

/** Shown to whoever was editing a draft that somebody else settled: the text is not lost. */
export function SettledMeanwhile({ ticket, attempt, onReply }: Props) {
  const t = useT();
  const [text, keep] = useKeptText(`draft.${attempt.id}`);
  const [reply, keepReply] = useKeptText(`reply.${ticket.id}`);
  if (text === "") return null;
  const moveOver = () => {
    keepReply(reply ? `${reply}\n\n${text}` : text);
    keep("");
    onReply();
  };
  return (
    <div role="alert" className="rounded-b-[9px] border-t bg-note px-3 py-2.5">
      <p>
        {t(FASTER_WORDS[attempt.reviewState] ?? FASTER_OTHERWISE, {
          name: attempt.reviewer ?? t("Somebody"),
        })}
      </p>
      <p dir="auto" className="mt-1.5 max-h-24 overflow-y-auto whitespace-pre-wrap text-soft">
        {text}
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button onClick={moveOver}>{t("Use it as a reply")}</Button>
        <Button kind="quiet" onClick={() => keep("")}>
          {t("Throw it away")}
        </Button>
      </div>
    </div>
  );
}
