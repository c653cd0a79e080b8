"use client";

import { type FormEvent, useState } from "react";
import { offerUndo } from "@/components/desk/undo";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { ReviewItem } from "@/lib/review/model";
import { askSecondLook, useReviewers, withdrawSecondLook } from "./queries";
import type { useVerdict } from "./use-verdict";

const ANYBODY = "-";

type Props = {
  item: ReviewItem;
  verdict: ReturnType<typeof useVerdict>;
  onClose: () => void;
};

/** Whom to ask, and what about; theirs is then the word that counts. */
export function SecondLookDialog({ item, verdict, onClose }: Props) {
  const t = useT();
  const reviewers = useReviewers(true).data ?? [];
  const [who, setWho] = useState(ANYBODY);
  const [note, setNote] = useState("");
  const { id: attemptId, ticket } = item;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onClose();
    void verdict.close(item, async () => {
      await askSecondLook({ attemptId, personId: who === ANYBODY ? null : who, note });
      const name = reviewers.find(({ id }) => id === who)?.name ?? t("another reviewer");
      const text = t("#{{number}}: asked {{name}} to look", { number: ticket.number, name });
      const run = () => verdict.undo(item, () => withdrawSecondLook(attemptId));
      offerUndo({ key: attemptId, text, after: "", run });
    });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("Ask for a second look")}
      description={t("It comes first in their queue, and their word settles it.")}
    >
      <form onSubmit={submit} className="flex flex-col gap-3">
        <Select
          label={t("Whom to ask")}
          value={who}
          options={[
            { value: ANYBODY, label: t("Any other reviewer") },
            ...reviewers.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onValueChange={setWho}
        />
        <Field label={t("What should they look at?")}>
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
          <Button type="submit" kind="primary">
            {t("Ask")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
