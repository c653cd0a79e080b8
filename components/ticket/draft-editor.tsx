"use client";

import { type KeyboardEvent, useEffect, useRef } from "react";
import { KeyHint } from "@/components/desk/key-hint";
import { ariaKey } from "@/components/desk/keys";
import { messageOf } from "@/components/desk/request";
import { Button } from "@/components/ui/button";
import { Label } from "@/components/ui/label";
import { Textarea } from "@/components/ui/textarea";
import type { AttemptView } from "@/lib/inbox/model";
import { useKeptText } from "./kept-text";
import { useCorrect } from "./queries";

type Props = { ticketId: string; attempt: AttemptView; onClose: () => void };

/** The draft as text to change. Of a reply that was sent already, a follow-up is written instead. */
export function DraftEditor({ ticketId, attempt, onClose }: Props) {
  const flagged = attempt.reviewState === "flagged";
  const start = flagged ? "" : (attempt.draft ?? "");
  const [kept, keep] = useKeptText(`draft.${attempt.id}`);
  const text = kept || start;
  const correct = useCorrect(ticketId);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(field.current.value.length, field.current.value.length);
  }, []);

  const send = () => {
    if (correct.isPending || text.trim() === "") return;
    correct.mutate(
      { attemptId: attempt.id, text },
      {
        onSuccess: () => {
          keep("");
          onClose();
        },
      },
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      send();
    } else if (event.key === "Escape") {
      event.stopPropagation();
      onClose();
    }
  };
  return (
    <div className="flex flex-col gap-2">
      <Label htmlFor="draft-text">
        {flagged ? "Follow-up that corrects what was sent" : "Reply, as it will be sent"}
      </Label>
      <Textarea
        id="draft-text"
        ref={field}
        value={text}
        onChange={(event) => keep(event.target.value)}
        onKeyDown={onKeyDown}
        className="max-h-[40dvh] text-base"
        aria-describedby={correct.isError ? "draft-error" : undefined}
      />
      {correct.isError ? (
        <p id="draft-error" role="alert" className="text-held">
          {messageOf(correct.error)} Your text is kept.
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button
          kind="primary"
          busy={correct.isPending}
          disabled={text.trim() === ""}
          aria-keyshortcuts={ariaKey("mod+enter")}
          onClick={send}
        >
          {flagged ? "Send correction" : "Send edited reply"} <KeyHint of="mod+enter" />
        </Button>
        <Button onClick={onClose}>Keep for later</Button>
        {kept && !flagged ? (
          <Button kind="quiet" onClick={() => keep("")}>
            Back to the draft
          </Button>
        ) : null}
      </div>
    </div>
  );
}
