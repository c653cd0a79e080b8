"use client";

import { macroWords } from "@/components/content/macro-words";
import { useContent } from "@/components/content/queries";
import { usePeople, useTeams } from "@/components/desk/queries";
import { useViewer } from "@/components/desk/viewer";
import { useT } from "@/components/i18n/context";
import { snoozePresets } from "@/components/lifecycle/snooze-times";
import { PRIORITY_WORDS } from "@/components/queue/row-words";
import { when } from "@/components/time/words";
import { PickList } from "@/components/ui/pick-list";
import { type QueueRow, STATUS_WORDS } from "@/lib/inbox/model";
import { PRIORITIES, Priority, TICKET_STATUSES, TicketStatus } from "@/lib/ticket/model";
import type { Change } from "./optimistic";

export type Pick = "assign" | "status" | "priority" | "macro" | "snooze";

type Props = {
  pick: Pick;
  rows: readonly QueueRow[];
  onChange: (change: Change) => void;
  onClose: () => void;
};

/** Stands for "nobody" in a list. */
const NOBODY = "-";

/** One of many, for all tickets that are selected. */
export function BulkPick({ pick, ...rest }: Props) {
  switch (pick) {
    case "assign":
      return <AssignPick {...rest} />;
    case "status":
      return <StatusPick {...rest} />;
    case "priority":
      return <PriorityPick {...rest} />;
    case "macro":
      return <MacroPick {...rest} />;
    case "snooze":
      return <SnoozePick {...rest} />;
  }
}

type PickProps = Omit<Props, "pick">;

function AssignPick({ onChange, onClose }: PickProps) {
  const t = useT();
  const viewer = useViewer();
  const people = usePeople() ?? [];
  const teams = useTeams() ?? [];
  const others = people.filter(({ id }) => id !== viewer.id);
  return (
    <PickList
      title={t("Assign to")}
      hint={t("A person or a team…")}
      choices={[
        {
          value: viewer.id,
          label: t("{{name}} (me)", { name: viewer.name }),
          group: t("People"),
        },
        { value: NOBODY, label: t("Nobody"), group: t("People") },
        ...others.map(({ id, name }) => ({ value: id, label: name, group: t("People") })),
        ...teams.map(({ id, name }) => ({ value: id, label: name, group: t("Teams") })),
      ]}
      onChoose={(id) =>
        onChange(
          teams.some((team) => team.id === id)
            ? { kind: "assign", teamId: id }
            : { kind: "assign", personId: id === NOBODY ? null : id },
        )
      }
      onClose={onClose}
    />
  );
}

function StatusPick({ onChange, onClose }: PickProps) {
  const t = useT();
  return (
    <PickList
      title={t("Status")}
      hint={t("Which status?")}
      choices={TICKET_STATUSES.map((value) => ({ value, label: t(STATUS_WORDS[value]) }))}
      onChoose={(value) => onChange({ kind: "status", status: TicketStatus.parse(value) })}
      onClose={onClose}
    />
  );
}

function PriorityPick({ onChange, onClose }: PickProps) {
  const t = useT();
  return (
    <PickList
      title={t("Priority")}
      hint={t("Which priority?")}
      choices={PRIORITIES.toReversed().map((value) => ({ value, label: t(PRIORITY_WORDS[value]) }))}
      onChoose={(value) => onChange({ kind: "priority", priority: Priority.parse(value) })}
      onClose={onClose}
    />
  );
}

/** Macros that do something; the words of one are for a single customer. */
function MacroPick({ rows, onChange, onClose }: PickProps) {
  const t = useT();
  const { data } = useContent();
  const teams = useTeams() ?? [];
  const nameOf = (id: string) => teams.find((team) => team.id === id)?.name;
  const offered = (data?.macros ?? [])
    .filter(({ archivedAt }) => archivedAt === null)
    .filter(({ team }) => team === null || rows.every((row) => row.team === team.name))
    .map(({ id, name, actions }) => ({ id, name, does: macroWords(actions, nameOf, t) }))
    .filter(({ does }) => does !== "");
  return (
    <PickList
      title={t("Apply a macro")}
      hint={t("Which one? Its words are not sent.")}
      choices={offered.map(({ id, name, does }) => ({ value: id, label: `${name}: ${does}` }))}
      onChoose={(macroId) => onChange({ kind: "macro", macroId })}
      onClose={onClose}
    />
  );
}

const WEEK_MS = 7 * 86_400_000;

function SnoozePick({ onChange, onClose }: PickProps) {
  const t = useT();
  const now = new Date();
  const times = [
    ...snoozePresets(now, t),
    { name: t("In a week"), at: new Date(now.getTime() + WEEK_MS) },
  ];
  return (
    <PickList
      title={t("Snooze")}
      hint={t("Until when?")}
      choices={times.map(({ name, at }) => ({
        value: at.toISOString(),
        label: `${name} · ${when(at, now, undefined, t)}`,
      }))}
      onChoose={(until) => onChange({ kind: "snooze", until })}
      onClose={onClose}
    />
  );
}
