"use client";

import { type FormEvent, useState } from "react";
import { messageOf } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useStartShadow } from "./queries";
import { cautionOf, seedOf } from "./version-words";

type Props = { open: boolean; onClose: () => void };

/** Asks with which settings to try it, and why. What is typed stays until it is accepted. */
export function ShadowForm({ open, onClose }: Props) {
  const t = useT();
  const { start, problems, field, submit } = useShadowForm(onClose);
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={t("Try in the shadow")}
      description={t(
        "It learns from the same ledger and predicts beside the one that answers. Nobody sees it on a ticket; here the two are compared.",
      )}
    >
      <form onSubmit={submit} noValidate className="flex flex-col gap-3">
        <Field
          label={t("What is tried")}
          error={problems.note}
          hint={t("For instance: hold back more that is new.")}
        >
          {(wiring) => <Input {...wiring} {...field("note")} maxLength={500} />}
        </Field>
        <Field
          label={t("Caution (%)")}
          error={problems.caution}
          hint={t(
            "Of the right answers that could go out by themselves, how many may be held back so that fewer questions of an unknown kind are answered. 5 as it comes; more is safer.",
          )}
        >
          {(wiring) => (
            <Input {...wiring} {...field("caution")} inputMode="decimal" className="max-w-28" />
          )}
        </Field>
        <Field
          label={t("Seed")}
          error={problems.seed}
          hint={t("Draws the first weights. Another one learns the same a little differently.")}
        >
          {(wiring) => (
            <Input {...wiring} {...field("seed")} inputMode="numeric" className="max-w-28" />
          )}
        </Field>
        {start.error ? (
          <p role="alert" className="text-held">
            {messageOf(start.error, t)} {t("What you typed is kept.")}
          </p>
        ) : null}
        <Button type="submit" kind="primary" busy={start.isPending} className="self-end">
          {t("Try it")}
        </Button>
      </form>
    </Dialog>
  );
}

/** What is typed and what is wrong with it; it is sent once nothing is. */
function useShadowForm(onClose: () => void) {
  const t = useT();
  const start = useStartShadow();
  const [text, setText] = useState({ caution: "5", seed: "1", note: "" });
  const [sent, setSent] = useState(false);
  const caution = cautionOf(text.caution);
  const seed = seedOf(text.seed);
  const problems = {
    caution: caution === null ? t("A share from 0.5 to 50.") : undefined,
    seed: seed === null ? t("A whole number from 0 on.") : undefined,
    note:
      sent && text.note.trim() === "" ? t("Say what is tried, for those who see it.") : undefined,
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    const note = text.note.trim();
    if (caution === null || seed === null || note === "" || start.isPending) return;
    const onSuccess = () => {
      setText({ ...text, note: "" });
      setSent(false);
      onClose();
    };
    start.mutate({ settings: { caution, seed }, note }, { onSuccess });
  };
  const field = (name: keyof typeof text) => ({
    value: text[name],
    onChange: (event: { target: { value: string } }) =>
      setText({ ...text, [name]: event.target.value }),
  });
  return { start, problems, field, submit };
}
