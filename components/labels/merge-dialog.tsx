"use client";

import { useState } from "react";
import { useT } from "@/components/i18n/context";
import { faultsOf } from "@/components/settings/faults";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import type { LabelRow } from "@/lib/admin/model";
import type { LabelKind } from "@/lib/desk/model";
import { useMergeLabel } from "./queries";

type Props = {
  space: LabelKind;
  label: LabelRow;
  others: readonly LabelRow[];
  onClose: () => void;
};

/** Makes one label part of another. */
export function MergeDialog({ space, label, others, onClose }: Props) {
  const t = useT();
  const merge = useMergeLabel();
  const targets = others.filter(({ slug }) => slug !== label.slug);
  const [into, setInto] = useState(targets[0]?.slug ?? "");
  const { fields, rest } = faultsOf(merge.error, t);
  const { slug, name, tickets, rules } = label;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("Merge {{name}} into…", { name })}
      description={t(
        "Its {{tickets}} tickets get the other one, and what was learned of it counts for that. Its tickets do not come back with “Use again”.",
        { tickets },
      )}
    >
      <div className="flex flex-col gap-3">
        <Select
          label={t("Merge into")}
          value={into}
          onValueChange={setInto}
          options={targets.map((one) => ({ value: one.slug, label: one.name }))}
        />
        {rules.length > 0 ? (
          <p className="text-soft">
            {t("These rules ask for {{name}} and will find none: {{rules}}. Change them after.", {
              name,
              rules: rules.join(", "),
            })}
          </p>
        ) : null}
        <p role="alert" className="text-held empty:hidden">
          {fields.into ?? rest}
        </p>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t("Cancel")}</Button>
          <Button
            kind="primary"
            disabled={into === ""}
            busy={merge.isPending}
            onClick={() => merge.mutate({ space, slug, into }, { onSuccess: onClose })}
          >
            {t("Merge")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
