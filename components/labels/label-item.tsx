"use client";

import { useState } from "react";
import type { T } from "@/components/i18n/catalogue";
import { useT } from "@/components/i18n/context";
import { useTold } from "@/components/settings/use-told";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import type { LabelRow } from "@/lib/admin/model";
import { LAST_CATEGORY, type LabelKind } from "@/lib/desk/model";
import { LabelDialog } from "./label-dialog";
import { MergeDialog } from "./merge-dialog";
import { useArchiveLabel, useRestoreLabel } from "./queries";
import { SplitDialog } from "./split-dialog";

type Props = { space: LabelKind; label: LabelRow; others: readonly LabelRow[] };

export function LabelItem({ space, label, others }: Props) {
  const t = useT();
  const told = useTold();
  const [open, setOpen] = useState<"rename" | "merge" | "split" | null>(null);
  const archive = useArchiveLabel();
  const restore = useRestoreLabel();
  const ref = { space, slug: label.slug };
  const stays = space === "category" && label.slug === LAST_CATEGORY;
  const close = () => setOpen(null);
  return (
    <li aria-label={label.name} className="flex items-start gap-3 border-t py-2 first:border-t-0">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2">
          <span className={label.archivedAt ? "text-faint" : "font-medium"}>{label.name}</span>
          <span className="font-mono text-faint text-xs">{label.slug}</span>
          {label.builtIn ? <Chip>{t("comes with Deskhand")}</Chip> : null}
          {label.archivedAt ? <Chip>{goneWords(label, t)}</Chip> : null}
        </p>
        {label.description ? <p className="text-soft">{label.description}</p> : null}
        <p className="text-soft">{countWords(label, t)}</p>
      </div>
      {label.archivedAt ? (
        <Button
          aria-label={t("Use {{name}} again", { name: label.name })}
          busy={restore.isPending}
          onClick={() => restore.mutate(ref, told)}
        >
          {t("Use again")}
        </Button>
      ) : (
        <DropdownMenu>
          <DropdownMenuTrigger asChild>
            <Button aria-label={t("Change {{name}}", { name: label.name })}>{t("Change")}</Button>
          </DropdownMenuTrigger>
          <DropdownMenuContent align="end">
            <DropdownMenuItem onSelect={() => setOpen("rename")}>{t("Rename…")}</DropdownMenuItem>
            <DropdownMenuItem disabled={label.tickets === 0} onSelect={() => setOpen("split")}>
              {t("Split off with examples…")}
            </DropdownMenuItem>
            <DropdownMenuItem disabled={stays} onSelect={() => setOpen("merge")}>
              {t("Merge into another…")}
            </DropdownMenuItem>
            <DropdownMenuItem disabled={stays} onSelect={() => archive.mutate(ref, told)}>
              {t("Take out of use")}
            </DropdownMenuItem>
          </DropdownMenuContent>
        </DropdownMenu>
      )}
      {open === "rename" ? <LabelDialog space={space} label={label} onClose={close} /> : null}
      {open === "merge" ? (
        <MergeDialog space={space} label={label} others={others} onClose={close} />
      ) : null}
      {open === "split" ? <SplitDialog space={space} label={label} onClose={close} /> : null}
    </li>
  );
}

const goneWords = ({ mergedInto }: LabelRow, t: T) =>
  mergedInto ? t("part of {{name}}", { name: mergedInto }) : t("out of use");

function countWords({ tickets, examples, rules }: LabelRow, t: T): string {
  return [
    t("{{count}} tickets", { count: tickets }),
    t("{{count}} examples from people", { count: examples }),
    rules.length > 0
      ? t("asked for by {{rules}}", { rules: rules.join(", ") })
      : t("asked for by no rule"),
  ].join(", ");
}
