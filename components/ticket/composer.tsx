"use client";

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { toast } from "sonner";
import { KeyHint } from "@/components/desk/key-hint";
import { ariaKey } from "@/components/desk/keys";
import { messageOf } from "@/components/desk/request";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import { Textarea } from "@/components/ui/textarea";
import type { TicketView } from "@/lib/inbox/model";
import { useKeptText } from "./kept-text";
import { useNote, useReply } from "./queries";
import { useReplyUndo } from "./undo-reply";
import { useWriting } from "./use-writing";

export type Mode = "reply" | "note";

const THEN = [
  { value: "pending_customer", label: "then pending customer" },
  { value: "resolved", label: "then resolved" },
] as const;
type Then = (typeof THEN)[number]["value"];

type Props = {
  ticket: TicketView;
  mode: Mode;
  onMode: (mode: Mode) => void;
  /** Counts presses of Reply or Note: each puts the cursor into the field. */
  focus: number;
  /** Present when there is a draft to go back to. */
  onClose?: (() => void) | undefined;
  /** What was written is sent or kept. */
  onDone: () => void;
};

/** Where a person writes: a reply to the customer, or a note for the desk. Nothing typed is lost. */
export function Composer({ ticket, mode, onMode, focus, onClose, onDone }: Props) {
  return (
    <section
      aria-label="Write"
      className="rounded-[10px] border bg-panel shadow-lift max-sm:rounded-none max-sm:border-x-0"
    >
      <Tabs value={mode} onValueChange={(value) => onMode(value === "note" ? "note" : "reply")}>
        <div className="flex items-center justify-between border-b px-1.5 py-1">
          <TabsList aria-label="What to write">
            <TabsTrigger value="reply" aria-keyshortcuts={ariaKey("r")}>
              Reply <KeyHint of="r" />
            </TabsTrigger>
            <TabsTrigger value="note" aria-keyshortcuts={ariaKey("n")}>
              Note <KeyHint of="n" />
            </TabsTrigger>
          </TabsList>
          {onClose ? (
            <Button kind="quiet" onClick={onClose}>
              Back to the draft
            </Button>
          ) : null}
        </div>
        <TabsContent value="reply">
          <ReplyForm ticket={ticket} focus={focus} onDone={onDone} />
        </TabsContent>
        <TabsContent value="note">
          <NoteForm ticket={ticket} focus={focus} onDone={onDone} />
        </TabsContent>
      </Tabs>
    </section>
  );
}

type FormProps = { ticket: TicketView; focus: number; onDone: () => void };

function ReplyForm({ ticket, focus, onDone }: FormProps) {
  const [text, keep] = useKeptText(`reply.${ticket.id}`);
  const [then, setThen] = useState<Then>("pending_customer");
  const undo = useReplyUndo(ticket.id);
  const writing = useWriting(ticket.id);
  const write = (next: string) => {
    keep(next);
    writing.wrote(next);
  };
  const reply = useReply(ticket.id, (sent) => {
    write("");
    onDone();
    const way = undo.offer(sent, "Reply sent", `reply.${ticket.id}`);
    if (!way) toast.success("Reply is on its way");
  });
  const send = () => {
    const { id: ticketId, version: expectedVersion } = ticket;
    reply.mutate({ ticketId, text, thenStatus: then, expectedVersion });
  };
  return (
    <WriteForm
      label="Reply to the customer"
      hint={`Reply to ${ticket.customer.name}…`}
      text={text}
      onText={write}
      onLeave={writing.stopped}
      send={send}
      busy={reply.isPending}
      error={reply.error}
      action="Send reply"
      focus={focus}
    >
      <Select
        label="What becomes of the ticket"
        value={then}
        options={THEN}
        onValueChange={(value) => setThen(value === "resolved" ? "resolved" : "pending_customer")}
      />
    </WriteForm>
  );
}

function NoteForm({ ticket, focus, onDone }: FormProps) {
  const [text, keep] = useKeptText(`note.${ticket.id}`);
  const note = useNote(ticket.id);
  const added = () => {
    keep("");
    onDone();
  };
  const send = () => note.mutate({ ticketId: ticket.id, text }, { onSuccess: added });
  return (
    <WriteForm
      label="Internal note"
      hint="Only people at the desk see this…"
      note
      text={text}
      onText={keep}
      send={send}
      busy={note.isPending}
      error={note.error}
      action="Add note"
      focus={focus}
    />
  );
}

type WriteProps = {
  label: string;
  hint: string;
  note?: boolean;
  text: string;
  onText: (text: string) => void;
  onLeave?: () => void;
  send: () => void;
  busy: boolean;
  error: Error | null;
  action: string;
  focus: number;
  children?: React.ReactNode;
};

function WriteForm(props: WriteProps) {
  const { label, hint, note = false, text, onText, send, busy, error, action, focus } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (focus > 0) field.current?.focus();
  }, [focus]);
  const blank = text.trim() === "";
  const submit = () => {
    if (!busy && !blank) send();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submit();
    } else if (event.key === "Escape") field.current?.blur();
  };
  return (
    <div className={note ? "rounded-b-[9px] bg-note" : undefined}>
      <Textarea
        ref={field}
        aria-label={label}
        placeholder={hint}
        value={text}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={props.onLeave}
        className="block max-h-[36dvh] min-h-16 border-0 bg-transparent text-base -outline-offset-2"
      />
      {error ? (
        <p role="alert" className="px-3 pt-1.5 pb-1 text-held">
          {messageOf(error)} Your text is kept; press {action} to try again.
        </p>
      ) : null}
      <div className="flex flex-wrap items-center gap-2 px-3 pt-1 pb-2.5">
        <Button
          kind="primary"
          busy={busy}
          disabled={blank}
          aria-keyshortcuts={ariaKey("mod+enter")}
          onClick={submit}
        >
          {action} <KeyHint of="mod+enter" />
        </Button>
        {props.children}
      </div>
    </div>
  );
}
