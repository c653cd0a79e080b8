"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { andThen } from "@/components/desk/and-then";
import { messageOf } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import type { MessageView, TicketView } from "@/lib/inbox/model";
import { LIMITS } from "@/lib/ticket/model";
import { useSplitMessage } from "./queries";

type Props = {
  ticket: TicketView;
  message: MessageView;
  queue: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Makes a ticket of its own from one message: a second question in the same thread. */
export function SplitDialog({ ticket, message, queue, open, onOpenChange }: Props) {
  const t = useT();
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("Split into a new ticket")}
      description={t(
        "The message leaves #{{number}} and begins a ticket of its own, linked to it.",
        { number: ticket.number },
      )}
    >
      <SplitForm message={message} queue={queue} onClose={() => onOpenChange(false)} />
    </Dialog>
  );
}

/** The first words of the message: what its ticket is likely to be about. */
const firstWords = (text: string) => (text.split("\n", 1)[0] ?? "").trim().slice(0, 80);

function SplitForm({
  message,
  queue,
  onClose,
}: Pick<Props, "message" | "queue"> & { onClose: () => void }) {
  const t = useT();
  const router = useRouter();
  const [subject, setSubject] = useState(() => firstWords(message.text));
  const split = useSplitMessage();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (split.isPending || subject.trim() === "") return;
    const change = split.mutateAsync({ messageId: message.id, subject: subject.trim() });
    andThen(change, ({ ticketId }) => {
      toast.success(t("Split into a new ticket"));
      onClose();
      router.push(`/queue/${queue}/${ticketId}`);
    });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <blockquote dir="auto" className="line-clamp-4 border-l-2 pl-2 text-soft wrap-anywhere">
        {message.text}
      </blockquote>
      <Field label={t("Subject of the new ticket")}>
        {(wiring) => (
          <Input
            {...wiring}
            value={subject}
            maxLength={LIMITS.subject}
            onChange={(event) => setSubject(event.target.value)}
          />
        )}
      </Field>
      {split.isError ? (
        <p role="alert" className="text-held">
          {messageOf(split.error, t)} {t("Nothing was split.")}
        </p>
      ) : null}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{t("Cancel")}</Button>
        <Button
          type="submit"
          kind="primary"
          busy={split.isPending}
          disabled={subject.trim() === ""}
        >
          {t("Split")}
        </Button>
      </div>
    </form>
  );
}
