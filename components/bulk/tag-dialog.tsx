"use client";

import { useState } from "react";
import { useContent } from "@/components/content/queries";
import { useT } from "@/components/i18n/context";
import { TagField } from "@/components/ticket/tag-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { QueueRow } from "@/lib/inbox/model";
import type { Change } from "./optimistic";

type Props = { rows: readonly QueueRow[]; onChange: (change: Change) => void; onClose: () => void };

/** Puts tags on all selected tickets, and takes others off. */
export function BulkTagDialog({ rows, onChange, onClose }: Props) {
  const t = useT();
  const [add, setAdd] = useState<string[]>([]);
  const [remove, setRemove] = useState<string[]>([]);
  const { data } = useContent();
  const held = [...new Set(rows.flatMap(({ tags }) => tags))].sort();
  const known = (data?.tags ?? []).filter((tag) => tag.archivedAt === null).map(({ name }) => name);
  const ready = add.length > 0 || remove.length > 0;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("Tags")}>
      <div className="flex flex-col gap-3">
        <TagField label={t("Add")} tags={add} suggestions={known} onChange={setAdd} />
        {held.length > 0 ? (
          <TagField
            label={t("Remove")}
            tags={remove}
            suggestions={held}
            onlySuggested
            onChange={setRemove}
          />
        ) : null}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t("Cancel")}</Button>
          <Button
            kind="primary"
            disabled={!ready}
            onClick={() => {
              onClose();
              onChange({ kind: "tag", add, remove });
            }}
          >
            {t("Change tags")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
