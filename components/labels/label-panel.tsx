"use client";

import { useState } from "react";
import { useT } from "@/components/i18n/context";
import { Panel } from "@/components/settings/panel";
import { Button } from "@/components/ui/button";
import type { LabelRow } from "@/lib/admin/model";
import type { LabelKind } from "@/lib/desk/model";
import { LabelDialog } from "./label-dialog";
import { LabelItem } from "./label-item";
import { NEW_WORDS } from "./label-words";

type Props = { space: LabelKind; title: string; says: string; labels: readonly LabelRow[] };

export function LabelPanel({ space, title, says, labels }: Props) {
  const t = useT();
  const [adding, setAdding] = useState(false);
  const [all, setAll] = useState(false);
  const used = labels.filter(({ archivedAt }) => archivedAt === null);
  const hidden = labels.length - used.length;
  return (
    <Panel
      title={title}
      says={says}
      action={<Button onClick={() => setAdding(true)}>{t(NEW_WORDS[space])}</Button>}
    >
      <ul aria-label={title}>
        {(all ? labels : used).map((label) => (
          <LabelItem key={label.slug} space={space} label={label} others={used} />
        ))}
      </ul>
      {hidden > 0 ? (
        <Button kind="quiet" className="mt-2" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t("Hide what is out of use") : t("Show {{hidden}} out of use", { hidden })}
        </Button>
      ) : null}
      {adding ? <LabelDialog space={space} label={null} onClose={() => setAdding(false)} /> : null}
    </Panel>
  );
}
