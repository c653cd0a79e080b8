"use client";

import { MoreHorizontal, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { KeyedButton } from "@/components/desk/keyed-button";
import { type Key, useKey } from "@/components/desk/keys";
import { useViewer } from "@/components/desk/viewer";
import { useT } from "@/components/i18n/context";
import { says } from "@/components/i18n/says";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import type { QueueRow } from "@/lib/inbox/model";
import { BulkPick, type Pick } from "./bulk-picks";
import { BulkMergeDialog } from "./merge-dialog";
import type { Change } from "./optimistic";
import { type Progress, useBulk } from "./queries";
import { BulkTagDialog } from "./tag-dialog";

type Props = { selected: readonly string[]; rows: readonly QueueRow[]; onClear: () => void };

type Window = Pick | "tag" | "merge";

const BUTTONS: { open: Window; of: Key; label: string }[] = [
  { open: "assign", of: "a", label: says("Assign") },
  { open: "status", of: "s", label: says("Status") },
  { open: "priority", of: "p", label: says("Priority") },
  { open: "tag", of: "l", label: says("Tags") },
  { open: "snooze", of: "h", label: says("Snooze") },
  { open: "macro", of: "m", label: says("Macro") },
];

/** What can be done to all selected tickets together. */
export function BulkBar({ selected, rows, onClear }: Props) {
  const t = useT();
  const viewer = useViewer();
  const [open, setOpen] = useState<Window | null>(null);
  const { run, progress } = useBulk(rows);
  const free = progress === null;
  const change = (next: Change) => {
    void run(idsFor(next, selected, rows), next).then(() => next.kind === "merge" && onClear());
  };
  useKey("i", () => change({ kind: "assign", personId: viewer.id }), free);
  useKey("shift+e", () => change({ kind: "status", status: "open" }), free);
  const close = () => setOpen(null);
  return (
    <section
      aria-label={t("Selected tickets")}
      aria-busy={!free}
      // Below the rows, and first for the keyboard: no row moves under the pointer that chose it.
      className="appear order-last flex shrink-0 flex-wrap items-center gap-1 border-t bg-sel px-3 py-1.5 max-lg:[&_kbd]:hidden"
    >
      <p role="status" className="font-medium">
        {progress ? <Working {...progress} /> : t("{{n}} selected", { n: selected.length })}
      </p>
      <Clear onClear={onClear} />
      {/* On phones one line that is pushed aside: several would leave no room for the list. */}
      <div className="flex basis-full flex-wrap items-center gap-1 max-sm:-mx-3 max-sm:flex-nowrap max-sm:overflow-x-auto max-sm:px-3 max-sm:[scrollbar-width:none]">
        <KeyedButton
          of="e"
          disabled={!free}
          onPress={() => change({ kind: "status", status: "resolved" })}
        >
          {t("Resolve")}
        </KeyedButton>
        {BUTTONS.map(({ open: which, of, label }) => (
          <KeyedButton key={which} of={of} disabled={!free} onPress={() => setOpen(which)}>
            {t(label)}
          </KeyedButton>
        ))}
        <More disabled={!free}>
          <DropdownMenuItem disabled={rows.length < 2} onSelect={() => setOpen("merge")}>
            {t("Merge…")}
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={() => change({ kind: "read" })}>
            {t("Mark as read")}
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={() => change({ kind: "unread" })}>
            {t("Mark as unread")}
          </DropdownMenuItem>
        </More>
      </div>
      {open === "tag" ? <BulkTagDialog rows={rows} onChange={change} onClose={close} /> : null}
      {open === "merge" ? <BulkMergeDialog rows={rows} onChange={change} onClose={close} /> : null}
      {open && open !== "tag" && open !== "merge" ? (
        <BulkPick pick={open} rows={rows} onChange={change} onClose={close} />
      ) : null}
    </section>
  );
}

/** Those that the change would leave as they are need not be asked for, nor undone. */
function idsFor(
  { kind }: Change,
  selected: readonly string[],
  rows: readonly QueueRow[],
): readonly string[] {
  if (kind !== "read" && kind !== "unread") return selected;
  const same = new Set(
    rows.filter(({ unread }) => unread === (kind === "unread")).map(({ id }) => id),
  );
  return selected.filter((id) => !same.has(id));
}

function Clear({ onClear }: { onClear: () => void }) {
  const t = useT();
  return (
    <Button
      kind="quiet"
      size="icon"
      aria-label={t("Clear the selection")}
      className="ml-auto"
      onClick={onClear}
    >
      <X size={15} aria-hidden />
    </Button>
  );
}

function Working({ done, total }: Progress) {
  const t = useT();
  return t("{{done}} of {{total}}…", { done, total });
}

function More({ disabled, children }: { disabled: boolean; children: ReactNode }) {
  const t = useT();
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button
          kind="quiet"
          size="icon"
          aria-label={t("More for the selection")}
          disabled={disabled}
        >
          <MoreHorizontal size={15} aria-hidden />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">{children}</DropdownMenuContent>
    </DropdownMenu>
  );
}
