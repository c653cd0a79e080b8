"use client";

import { useState } from "react";
import { KeyHint } from "@/components/desk/key-hint";
import { useAriaKey, useKey } from "@/components/desk/keys";
import { useTeams } from "@/components/desk/queries";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import type { MacroRow } from "@/lib/admin/model";
import { macroWords } from "./macro-words";
import { useContent, useRunMacro } from "./queries";

type Props = {
  ticket: { id: string; team: { id: string } | null };
  /** Gets the macro's words, filled in. */
  onText: (text: string) => void;
};

/** Macros that are offered for a ticket. What one does is done at once; its words are only put in. */
export function MacroMenu({ ticket, onText }: Props) {
  const t = useT();
  const { data } = useContent();
  const teams = useTeams() ?? [];
  const run = useRunMacro(ticket.id);
  const macros = (data?.macros ?? []).filter((macro) => isOffered(macro, ticket.team?.id));
  const nameOf = (id: string) => teams.find((team) => team.id === id)?.name;
  const [open, setOpen] = useState(false);
  const ariaKey = useAriaKey("m");
  useKey("m", () => setOpen(true), macros.length > 0);
  if (macros.length === 0) return null;
  return (
    <DropdownMenu open={open} onOpenChange={setOpen}>
      <DropdownMenuTrigger asChild>
        <Button kind="quiet" busy={run.isPending} aria-keyshortcuts={ariaKey}>
          {t("Macro")} <KeyHint of="m" />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start" className="max-h-80 max-w-96 overflow-y-auto">
        {macros.map((macro) => (
          <DropdownMenuItem
            key={macro.id}
            className="flex-col items-start gap-0 py-1"
            onSelect={() => run.mutate(macro.id, { onSuccess: ({ text }) => onText(text) })}
          >
            <span>{macro.name}</span>
            <span className="line-clamp-1 text-faint">
              {macroWords(macro.actions, nameOf, t) || macro.body}
            </span>
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

export const isOffered = ({ archivedAt, team }: MacroRow, teamId: string | undefined): boolean =>
  archivedAt === null && (team === null || team.id === teamId);
