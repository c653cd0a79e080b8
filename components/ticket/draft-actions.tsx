"use client";

import { useState } from "react";
import { toast } from "sonner";
import { KeyHint } from "@/components/desk/key-hint";
import { ariaKey, type Key, useKey } from "@/components/desk/keys";
import { useViewer } from "@/components/desk/viewer";
import { Button } from "@/components/ui/button";
import type { TicketView } from "@/lib/inbox/model";
import type { AttemptView } from "@/lib/review/model";
import { useApprove } from "./queries";
import { RejectDialog } from "./reject-dialog";
import { useReplyUndo } from "./undo-reply";

type Props = {
  ticket: TicketView;
  attempt: AttemptView;
  onEdit: () => void;
  onReply: () => void;
  onNote: () => void;
};

/** What a person can do with an open draft, each with its key. */
export function DraftActions({ ticket, attempt, onEdit, onReply, onNote }: Props) {
  const viewer = useViewer();
  const flagged = attempt.reviewState === "flagged";
  const mayDecide = !flagged || viewer.may.settleFlagged;
  const mayApprove = mayDecide && attempt.draft !== null && (flagged || !attempt.stale);
  const undo = useReplyUndo(ticket.id);
  const approve = useApprove(ticket.id, (sent) => {
    const way = undo.offer(sent, "Draft approved", null);
    if (!way) toast.success(flagged ? "Approved" : "Approved; the reply is on its way");
  });
  const [rejecting, setRejecting] = useState(false);
  const send = () => {
    if (approve.isPending) return;
    approve.mutate({ attemptId: attempt.id });
  };
  return (
    <div className="flex flex-wrap items-center gap-2 border-t px-3 py-2">
      {mayApprove ? (
        <KeyedButton of="mod+enter" kind="primary" busy={approve.isPending} onPress={send}>
          {flagged ? "Approve" : "Approve & send"}
        </KeyedButton>
      ) : null}
      {mayDecide ? (
        <>
          <KeyedButton of="c" onPress={onEdit}>
            {flagged ? "Correct" : attempt.draft === null ? "Write it" : "Edit"}
          </KeyedButton>
          <KeyedButton of="d" onPress={() => setRejecting(true)}>
            Reject
          </KeyedButton>
        </>
      ) : (
        <p className="text-soft">This reply was sent; a reviewer decides about it.</p>
      )}
      <span className="flex-1" />
      <KeyedButton of="r" onPress={onReply}>
        Reply
      </KeyedButton>
      <KeyedButton of="n" onPress={onNote}>
        Note
      </KeyedButton>
      <RejectDialog
        ticketId={ticket.id}
        attemptId={attempt.id}
        sent={flagged}
        open={rejecting}
        onOpenChange={setRejecting}
      />
    </div>
  );
}

type KeyedProps = {
  of: Key;
  kind?: "primary" | "plain";
  busy?: boolean;
  onPress: () => void;
  children: string;
};

/** A button that its key presses too. */
function KeyedButton({ of, kind = "plain", busy = false, onPress, children }: KeyedProps) {
  useKey(of, onPress);
  return (
    <Button kind={kind} busy={busy} aria-keyshortcuts={ariaKey(of)} onClick={onPress}>
      {children} <KeyHint of={of} />
    </Button>
  );
}
