"use client";

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { toast } from "sonner";
import { KeyHint } from "@/components/desk/key-hint";
import { ariaKey } from "@/components/desk/keys";
import { messageOf } from "@/components/desk/request";
import { Button } from "@/components/ui/button";
import { Label } from "@/components/ui/label";
import { Textarea } from "@/components/ui/textarea";
import type { AttemptView } from "@/lib/review/model";
import { useKeptText } from "./kept-text";
import { useCorrect } from "./queries";
import { useReplyUndo } from "./undo-reply";
import { useWriting } from "./use-writing";

type Props = {
  ticketId: string;
  attempt: AttemptView;
  /** Puts the text aside. */
  onClose: () => void;
  /** It was sent. */
  onDone: () => void;
};

/** The draft as text to change. Of a reply that was sent already, a follow-up is written instead. */
export function DraftEditor({ ticketId, attempt, onClose, onDone }: Props) {
  const flagged = attempt.reviewState === "flagged";
  const start = flagged ? "" : (attempt.draft ?? "");
  const [kept, keep] = useKeptText(`draft.${attempt.id}`);
  const [text, setText] = useState(kept || start);
  const writing = useWriting(ticketId);
  const write = (next: string) => {
    setText(next);
    keep(next);
    writing.wrote(next);
  };
  const undo = useReplyUndo(ticketId);
  const field = useCursorAtEnd();
  const reset = () => {
    setText(start);
    keep("");
  };
  const correct = useCorrect(ticketId, (sent) => {
    keep("");
    writing.stopped();
    onDone();
    const way = undo.offer(sent, "Correction sent", `draft.${attempt.id}`);
    if (!way) toast.success("Correction is on its way");
  });
  const send = () => {
    if (correct.isPending || text.trim() === "") return;
    correct.mutate({ attemptId: attempt.id, text });
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
        onChange={(event) => write(event.target.value)}
        onKeyDown={(event) => obeyKeys(event, send, onClose)}
        onBlur={writing.stopped}
        className="max-h-[40dvh] text-base"
        aria-describedby={correct.isError ? "draft-error" : undefined}
      />
      {correct.isError ? (
        <p id="draft-error" role="alert" className="text-held">
          {messageOf(correct.error)} Your text is kept.
        </p>
      ) : null}
      <EditorActions
        send={flagged ? "Send correction" : "Send edited reply"}
        busy={correct.isPending}
        blank={text.trim() === ""}
        onSend={send}
        onClose={onClose}
        onReset={flagged || text === start ? undefined : reset}
      />
    </div>
  );
}

function useCursorAtEnd() {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(field.current.value.length, field.current.value.length);
  }, []);
  return field;
}

/** Sends with Ctrl or ⌘ and Enter; Escape puts the text aside. */
function obeyKeys(event: KeyboardEvent, send: () => void, close: () => void) {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    send();
  } else if (event.key === "Escape") {
    event.stopPropagation();
    close();
  }
}

type ActionsProps = {
  send: string;
  busy: boolean;
  blank: boolean;
  onSend: () => void;
  onClose: () => void;
  /** Present when the text differs from the draft. */
  onReset: (() => void) | undefined;
};

function EditorActions({ send, busy, blank, onSend, onClose, onReset }: ActionsProps) {
  return (
    <div className="flex flex-wrap gap-2">
      <Button
        kind="primary"
        busy={busy}
        disabled={blank}
        aria-keyshortcuts={ariaKey("mod+enter")}
        onClick={onSend}
      >
        {send} <KeyHint of="mod+enter" />
      </Button>
      <Button onClick={onClose}>Keep for later</Button>
      {onReset ? (
        <Button kind="quiet" onClick={onReset}>
          Back to the draft
        </Button>
      ) : null}
    </div>
  );
}
