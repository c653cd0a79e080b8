"use client";

import type { FormEvent, ReactNode } from "react";
import { messageOf, RequestError } from "@/components/desk/request";
import type { T } from "@/components/i18n/catalogue";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import type { SettingName } from "@/lib/desk/model";
import { ChangedBy } from "./changed-by";

type Props = {
  /** Its name, by which the page knows who changed it last; unset: the page tells otherwise. */
  of?: SettingName;
  title: string;
  hint: ReactNode;
  /** Differs from what is in force, and fits. */
  ready: boolean;
  busy: boolean;
  error: Error | null;
  onSave: () => void;
  children: ReactNode;
};

/** One setting: what it does, its fields, and Save once there is something to save. */
export function SettingFrame({ of, title, hint, ready, busy, error, onSave, children }: Props) {
  const t = useT();
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (ready && !busy) onSave();
  };
  return (
    <form
      aria-label={title}
      onSubmit={save}
      noValidate
      className="border-t py-3.5 first-of-type:border-t-0"
    >
      <div className="flex items-start justify-between gap-3">
        <h3 className="font-medium">{title}</h3>
        <Button
          type="submit"
          kind={ready ? "primary" : "quiet"}
          disabled={!ready}
          busy={busy}
          className="-my-1"
        >
          {t("Save")}
        </Button>
      </div>
      <p className="mt-0.5 mb-2.5 max-w-[62ch] text-soft">{hint}</p>
      {children}
      {of ? <ChangedBy of={of} /> : null}
      {error ? (
        <p role="alert" className="mt-2 text-held">
          {refusal(error, t)} {t("What you typed is kept.")}
        </p>
      ) : null}
    </form>
  );
}

/** The refusal with the fields that it names. */
function refusal(error: Error, t: T): string {
  const fields = error instanceof RequestError ? Object.entries(error.fields) : [];
  const named = fields.map(
    ([field, complaints]) => `${field}: ${complaints.map(t.stored).join(", ")}`,
  );
  return [messageOf(error, t), ...named].join(" ");
}
