"use client";

import { type FormEvent, useState } from "react";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { REJECT_WORDS } from "@/lib/inbox/model";
import { REJECT_REASONS, type RejectReason } from "@/lib/resolve/model";

type Props = {
  /** The reply has left already. */
  sent: boolean;
  open: boolean;
  busy?: boolean;
  /** Why it could not be rejected. */
  error?: string;
  onClose: () => void;
  onReject: (why: { reason: RejectReason; note: string }) => void;
};

/** Asks why a draft is no good: the reason is what the desk learns from. Arrows choose, Enter rejects. */
export function RejectDialog({ sent, open, busy = false, error, onClose, onReject }: Props) {
  const t = useT();
  const [reason, setReason] = useState<RejectReason>("wrong_answer");
  const [note, setNote] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) onReject({ reason, note });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(to) => !to && onClose()}
      title={sent ? t("Reject this reply") : t("Reject this draft")}
      description={
        sent
          ? t("It has been sent and can’t be taken back. The ticket goes back to people, open.")
          : t("Nothing is sent. The ticket goes back to people, open.")
      }
    >
      <form onSubmit={submit} className="flex flex-col gap-3">
        <Reasons chosen={reason} onChoose={setReason} />
        <Field label={t("Note (optional)")} error={error}>
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
          <Button onClick={onClose}>{t("Cancel")}</Button>
          <Button type="submit" kind="danger" busy={busy}>
            {sent ? t("Reject reply") : t("Reject draft")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

type ReasonsProps = { chosen: RejectReason; onChoose: (reason: RejectReason) => void };

function Reasons({ chosen, onChoose }: ReasonsProps) {
  const t = useT();
  return (
    <fieldset className="flex flex-col gap-0.5">
      <legend className="mb-1 font-medium text-soft">{t("What is wrong with it?")}</legend>
      {REJECT_REASONS.map((value) => (
        <label
          key={value}
          className="flex min-h-7 items-center gap-2 rounded-md px-1 hover:bg-sel pointer-coarse:min-h-11"
        >
          <input
            type="radio"
            name="reason"
            value={value}
            checked={chosen === value}
            onChange={() => onChoose(value)}
            className="size-4 accent-accent"
          />
          {t(REJECT_WORDS[value])}
        </label>
      ))}
    </fieldset>
  );
}
