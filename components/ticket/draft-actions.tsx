"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { KeyedButton } from "@/components/desk/keyed-button";
import { messageOf } from "@/components/desk/request";
import { useViewer } from "@/components/desk/viewer";
import { useT } from "@/components/i18n/context";
import { AgainButton, takesPlace, type useDraftAgain } from "@/components/llm/ticket/draft-again";
import { toast } from "@/components/ui/toast";
import type { TicketView } from "@/lib/inbox/model";
import type { AttemptView } from "@/lib/review/model";
import { useApprove, useReject } from "./queries";
import { RejectDialog } from "./reject-dialog";
import { sentFrom } from "./saved-writing";
import { useReplyUndo } from "./undo-reply";

type Props = {
  ticket: TicketView;
  attempt: AttemptView;
  again: ReturnType<typeof useDraftAgain>;
  onEdit: () => void;
  onReply: () => void;
  onNote: () => void;
};

/** What a person can do with an open draft, each with its key. */
export function DraftActions({ ticket, attempt, again, onEdit, onReply, onNote }: Props) {
  const t = useT();
  const viewer = useViewer();
  const flagged = attempt.reviewState === "flagged";
  const mayDecide = !flagged || viewer.may.settleFlagged;
  const mayApprove = mayDecide && attempt.draft !== null && (flagged || !attempt.stale);
  const undo = useReplyUndo(ticket.id);
  const approve = useApprove(ticket.id, (sent) => {
    if (sent.reviewState === "held") {
      return void toast.success(
        t("Approved; it leaves once a second person approves the same words"),
      );
    }
    const way = undo.offer(sent, t("Draft approved"), null);
    if (!way) toast.success(flagged ? t("Approved") : t("Approved; the reply is on its way"));
  });
  const [rejecting, setRejecting] = useState(false);
  const send = () => {
    if (approve.isPending) return;
    approve.mutate({ attemptId: attempt.id, ...(flagged ? {} : { seen: attempt.draft }) });
  };
  return (
    <div className="flex flex-wrap items-center gap-1.5 border-t px-3 py-2 max-lg:[&_kbd]:hidden">
      {mayApprove && !takesPlace(again) ? (
        <KeyedButton of="mod+enter" kind="primary" busy={approve.isPending} onPress={send}>
          {flagged ? t("Approve") : t("Approve & send")}
        </KeyedButton>
      ) : null}
      {mayDecide ? (
        <>
          <KeyedButton of="c" onPress={onEdit}>
            {flagged ? t("Correct") : attempt.draft === null ? t("Write it") : t("Edit")}
          </KeyedButton>
          <KeyedButton of="d" onPress={() => setRejecting(true)}>
            {t("Reject")}
          </KeyedButton>
        </>
      ) : (
        <p className="text-soft">{t("This reply was sent; a reviewer decides about it.")}</p>
      )}
      {attempt.reviewState === "held" ? <AgainButton again={again} /> : null}
      {/* Together, also where they take a line of their own. */}
      <span className="ml-auto flex gap-0.5">
        <KeyedButton of="r" kind="quiet" onPress={onReply}>
          {t("Reply")}
        </KeyedButton>
        <KeyedButton of="n" kind="quiet" onPress={onNote}>
          {t("Note")}
        </KeyedButton>
      </span>
      <RejectDraft
        ticket={ticket}
        attempt={attempt}
        open={rejecting}
        onClose={() => setRejecting(false)}
      />
    </div>
  );
}

type RejectProps = Pick<Props, "ticket" | "attempt"> & { open: boolean; onClose: () => void };

/** Stays open with what was typed while the desk refuses it. */
function RejectDraft({ ticket, attempt, open, onClose }: RejectProps) {
  const t = useT();
  const client = useQueryClient();
  const reject = useReject(ticket.id, () => sentFrom(client, ticket.id, `draft.${attempt.id}`));
  return (
    <RejectDialog
      sent={attempt.reviewState === "flagged"}
      open={open}
      busy={reject.isPending}
      error={reject.isError ? messageOf(reject.error, t) : undefined}
      onClose={onClose}
      onReject={(why) => reject.mutate({ attemptId: attempt.id, ...why }, { onSuccess: onClose })}
    />
  );
}
