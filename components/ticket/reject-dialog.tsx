"use client";

import { type FormEvent, useState } from "react";
import { messageOf } from "@/components/desk/request";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { REJECT_WORDS } from "@/lib/inbox/model";
import { REJECT_REASONS, type RejectReason } from "@/lib/resolve/model";
import { useReject } from "./queries";

type Props = {
  ticketId: string;
  attemptId: string;
  /** The reply has left already. */
  sent: boolean;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Asks why a draft is no good: the reason is what the desk learns from. */
export function RejectDialog({ ticketId, attemptId, sent, open, onOpenChange }: Props) {
  const reject = useReject(ticketId);
  const [reason, setReason] = useState<RejectReason>("wrong_answer");
  const [note, setNote] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reject.isPending) return;
    reject.mutate({ attemptId, reason, note }, { onSuccess: () => onOpenChange(false) });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={sent ? "Reject this reply" : "Reject this draft"}
      description={
        sent
          ? "It has been sent and can’t be taken back. The ticket goes back to people, open."
          : "Nothing is sent. The ticket goes back to people, open."
      }
    >
      <form onSubmit={submit} className="flex flex-col gap-3">
        <fieldset className="flex flex-col gap-0.5">
          <legend className="mb-1 font-medium text-soft">What is wrong with it?</legend>
          {REJECT_REASONS.map((value) => (
            <label
              key={value}
              className="flex min-h-7 items-center gap-2 rounded-md px-1 hover:bg-sel pointer-coarse:min-h-11"
            >
              <input
                type="radio"
                name="reason"
                value={value}
                checked={reason === value}
                onChange={() => setReason(value)}
                className="size-4 accent-accent"
              />
              {REJECT_WORDS[value]}
            </label>
          ))}
        </fieldset>
        <Field label="Note (optional)" error={reject.isError ? messageOf(reject.error) : undefined}>
          {(wiring) => (
            <Textarea
              {...wiring}
              value={note}
              maxLength={2000}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button type="submit" kind="danger" busy={reject.isPending}>
            {sent ? "Reject reply" : "Reject draft"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
