import { type FormEvent, useState } from "react";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { AnswerRow } from "@/lib/insights/model";
import { PLACEHOLDERS, unknownPlaceholders } from "@/lib/knowledge/model";
import { useEditAnswer } from "./queries";

type Props = { answer: AnswerRow; open: boolean; onOpenChange: (open: boolean) => void };

const NAMES = PLACEHOLDERS.map((name) => `{${name}}`).join(" ");

/** Gives an answer other words; placeholders are checked while typing. */
export function EditDialog({ answer, open, onOpenChange }: Props) {
  const t = useT();
  const [text, setText] = useState(answer.text);
  const edit = useEditAnswer();
  const unknown = unknownPlaceholders(text).map((name) => `{${name}}`);

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    edit.mutate({ answerId: answer.id, text }, { onSuccess: () => onOpenChange(false) });
  }

  const unchanged = text.trim() === answer.text || text.trim() === "";
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("Edit answer")}
      description={t(
        "Drafts use the new words from now on. What people had accepted was not these: the count begins again.",
      )}
    >
      <form onSubmit={onSubmit} className="flex flex-col gap-3">
        <Field
          label={t("Text")}
          hint={t("Filled in for each customer: {{names}}", { names: NAMES })}
          error={
            unknown.length > 0
              ? t("Nobody can fill in {{names}}. Use {{known}}", {
                  names: unknown.join(", "),
                  known: NAMES,
                })
              : undefined
          }
        >
          {(wiring) => (
            <Textarea
              {...wiring}
              rows={8}
              maxLength={5000}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={() => onOpenChange(false)}>{t("Cancel")}</Button>
          <Button
            kind="primary"
            type="submit"
            busy={edit.isPending}
            disabled={unchanged || unknown.length > 0}
          >
            {t("Save")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
