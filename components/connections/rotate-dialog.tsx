"use client";

import { type FormEvent, useState } from "react";
import { useT } from "@/components/i18n/context";
import { says } from "@/components/i18n/says";
import { faultsOf } from "@/components/settings/faults";
import { FormEnd } from "@/components/settings/form-dialog";
import { ShownOnce } from "@/components/settings/shown-once";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { DEFAULT_OVERLAP, OVERLAP_HOURS, type OverlapHours } from "@/lib/channel/model";

const OVERLAP_WORDS: Record<OverlapHours, string> = says({
  0: "No longer: it ends at once",
  1: "For 1 hour",
  24: "For 24 hours",
  168: "For 7 days",
});

type Props = {
  title: string;
  description: string;
  /** What is done, as the button says it. */
  words: string;
  /** What is made: "API key". */
  label: string;
  /** The new one, once it is made. */
  value: string | undefined;
  busy: boolean;
  error: Error | null;
  onRotate: (overlapHours: OverlapHours) => void;
  onClose: () => void;
};

/** Asks how long the old one stays valid, and shows the new one once. */
export function RotateDialog({ title, description, value, onClose, ...rest }: Props) {
  const t = useT();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={description}
    >
      {value ? (
        <div className="flex flex-col gap-3">
          <ShownOnce
            label={rest.label}
            value={value}
            hint={t("It is shown now and never again.")}
          />
          <Button kind="primary" className="self-end" onClick={onClose}>
            {t("Done")}
          </Button>
        </div>
      ) : (
        <Overlap {...rest} onClose={onClose} />
      )}
    </Dialog>
  );
}

type OverlapProps = Pick<Props, "words" | "busy" | "error" | "onRotate" | "onClose">;

function Overlap({ words, busy, error, onRotate, onClose }: OverlapProps) {
  const t = useT();
  const [hours, setHours] = useState<OverlapHours>(DEFAULT_OVERLAP);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onRotate(hours);
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <span>{t("The old one stays valid")}</span>
        <Select
          label={t("The old one stays valid")}
          value={String(hours)}
          options={OVERLAP_HOURS.map((value) => ({
            value: String(value),
            label: t(OVERLAP_WORDS[value]),
          }))}
          onValueChange={(value) =>
            setHours(OVERLAP_HOURS.find((one) => String(one) === value) ?? DEFAULT_OVERLAP)
          }
        />
      </div>
      <FormEnd rest={faultsOf(error, t).rest} busy={busy} words={words} onCancel={onClose} />
    </form>
  );
}
