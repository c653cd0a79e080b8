"use client";

import { useState } from "react";
import { messageOf, RequestError } from "@/components/desk/request";
import type { T } from "@/components/i18n/catalogue";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import type { RuleChange } from "@/lib/rule/model";
import { ChangesList } from "./changes-list";
import { useSaveRules } from "./queries";
import type { Draft } from "./use-draft";

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  draft: Draft;
  changes: readonly RuleChange[];
};

/** Says what will change, and puts it in force. */
export function SaveDialog({ open, onOpenChange, draft, changes }: Props) {
  const t = useT();
  const [comment, setComment] = useState("");
  const save = useSaveRules();
  const { rules, baseVersion } = draft;
  const submit = () =>
    save.mutate(
      { rules, baseVersion, comment },
      {
        onSuccess({ version }) {
          draft.discard();
          setComment("");
          onOpenChange(false);
          toast.success(
            t("Saved as version {{version}}; new tickets follow it from now on", { version }),
          );
        },
      },
    );
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("Save rules")}
      description={t("This will change for every new ticket:")}
    >
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <ChangesList changes={changes} label={t("What will change")} />
        <Field label={t("Why (for the history)")} hint={t("May stay empty.")}>
          {(wiring) => (
            <Input
              {...wiring}
              value={comment}
              maxLength={500}
              onChange={({ target }) => setComment(target.value)}
            />
          )}
        </Field>
        {save.error ? (
          <p role="alert" className="text-held">
            {refusal(save.error, t)}
          </p>
        ) : null}
        <div className="flex justify-end gap-2">
          <Button onClick={() => onOpenChange(false)}>{t("Go on editing")}</Button>
          <Button type="submit" kind="primary" busy={save.isPending}>
            {t("Save and put in force")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function refusal(error: Error, t: T): string {
  if (!(error instanceof RequestError)) return messageOf(error, t);
  if (error.code === "conflict") {
    return `${messageOf(error, t)} ${t("Close this window to see what they changed, and choose.")}`;
  }
  const complaints = Object.values(error.fields).flat().map(t.stored);
  return [messageOf(error, t), ...complaints].join(" ");
}
