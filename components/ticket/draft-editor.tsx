"use client";

import { useQueryClient } from "@tanstack/react-query";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { KeyHint } from "@/components/desk/key-hint";
import { ariaKey } from "@/components/desk/keys";
import { messageOf } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { Label } from "@/components/ui/label";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import type { AttemptView } from "@/lib/review/model";
import { DraftDiff } from "./draft-diff";
import { OtherWriting } from "./other-writing";
import { useCorrect } from "./queries";
import { SavedLine } from "./saved-line";
import { type SavedWriting, sentFrom } from "./saved-writing";
import { useReplyUndo } from "./undo-reply";
import { Unfilled } from "./unfilled";
import { useCorrection } from "./use-correction";
import { useWriting } from "./use-writing";

type Props = {
  ticketId: string;
  attempt: AttemptView;
  saved: SavedWriting;
  /** Something was written. */
  onWrite: () => void;
  /** Puts the text aside. */
  onClose: () => void;
  /** It was sent. */
  onDone: () => void;
};

/** The draft as text to change. Of a reply that was sent already, a follow-up is written instead. */
export function DraftEditor({ ticketId, attempt, saved, onWrite, onClose, onDone }: Props) {
  const t = useT();
  const flagged = attempt.reviewState === "flagged";
  const start = flagged ? "" : (attempt.draft ?? "");
  const place = `draft.${attempt.id}` as const;
  const { text, ...words } = useCorrection(place, start);
  const writing = useWriting(ticketId);
  const field = useCursorAtEnd();
  const { send, ...correct } = useSendCorrection({ ticketId, place, saved }, () => {
    writing.stopped();
    onDone();
  });
  const submit = () => {
    if (!correct.isPending && text.trim() !== "") send(attempt.id, text);
  };
  const write = (next: string) => {
    words.write(next);
    writing.wrote(next);
    onWrite();
  };
  return (
    <div className="flex flex-col gap-2">
      <Label htmlFor="draft-text">
        {flagged ? t("Follow-up that corrects what was sent") : t("Reply, as it will be sent")}
      </Label>
      <Textarea
        id="draft-text"
        ref={field}
        value={text}
        onChange={(event) => write(event.target.value)}
        onKeyDown={(event) => obeyKeys(event, submit, onClose)}
        onBlur={() => {
          writing.stopped();
          saved.flush();
        }}
        className="max-h-[40dvh] text-base"
        aria-describedby={correct.isError ? "draft-error" : undefined}
      />
      <OtherWriting saved={saved} />
      <Unfilled text={text} />
      {flagged || attempt.draft === null || text === start ? null : (
        <DraftDiff before={start} after={text} />
      )}
      {correct.isError ? (
        <p id="draft-error" role="alert" className="text-held">
          {messageOf(correct.error, t)} {t("Your text is kept.")}
        </p>
      ) : null}
      <EditorActions
        send={flagged ? t("Send correction") : t("Send edited reply")}
        busy={correct.isPending}
        blank={text.trim() === ""}
        onSend={submit}
        onClose={onClose}
        onReset={flagged || text === start ? undefined : words.reset}
      />
      <SavedLine state={saved.state} />
    </div>
  );
}

type Sending = { ticketId: string; place: `draft.${string}`; saved: SavedWriting };

function useSendCorrection({ ticketId, place, saved }: Sending, onSent: () => void) {
  const t = useT();
  const client = useQueryClient();
  const undo = useReplyUndo(ticketId);
  const correct = useCorrect(ticketId, (sent) => {
    sentFrom(client, ticketId, place);
    onSent();
    if (sent.reviewState === "held") {
      return void toast.success(
        t("Approved; it leaves once a second person approves the same words"),
      );
    }
    const way = undo.offer(sent, t("Correction sent"), place);
    if (!way) toast.success(t("Correction is on its way"));
  });
  const send = (attemptId: string, text: string) => {
    saved.sending(true);
    void correct
      .mutateAsync({ attemptId, text })
      .catch(() => undefined) // the form shows what was refused
      .finally(() => saved.sending(false));
  };
  return { ...correct, send };
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
  const t = useT();
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
      <Button onClick={onClose}>{t("Keep for later")}</Button>
      {onReset ? (
        <Button kind="quiet" onClick={onReset}>
          {t("Back to the draft")}
        </Button>
      ) : null}
    </div>
  );
}
