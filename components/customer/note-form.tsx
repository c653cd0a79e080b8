"use client";

import { type FormEvent, useState } from "react";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { NOTE_MAX } from "@/lib/customer/model";

type Props = {
  label: string;
  /** What the button says. */
  submit: string;
  start?: string;
  error?: string | undefined;
  busy: boolean;
  /** `done` empties the field; until then nothing that was typed is lost. */
  onSubmit: (text: string, done: () => void) => void;
  onCancel?: () => void;
};

/** Where a note is written or rewritten. */
export function NoteForm({ label, submit, start = "", error, busy, onSubmit, onCancel }: Props) {
  const t = useT();
  const [text, setText] = useState(start);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== "") onSubmit(text, () => setText(""));
  };
  return (
    <form onSubmit={send} className="flex flex-col gap-1.5">
      <Field label={label} error={error}>
        {(wiring) => (
          <Textarea
            {...wiring}
            value={text}
            maxLength={NOTE_MAX}
            className="min-h-14"
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <div className="flex gap-1.5">
        <Button type="submit" busy={busy} disabled={text.trim() === "" || text === start}>
          {submit}
        </Button>
        {onCancel ? (
          <Button kind="quiet" onClick={onCancel}>
            {t("Cancel")}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
