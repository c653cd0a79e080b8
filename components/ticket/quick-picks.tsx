"use client";

import { useState } from "react";
import { useKey } from "@/components/desk/keys";
import { usePeople, useTeams } from "@/components/desk/queries";
import { useViewer } from "@/components/desk/viewer";
import { useT } from "@/components/i18n/context";
import { PRIORITY_WORDS } from "@/components/queue/row-words";
import { PickList } from "@/components/ui/pick-list";
import { STATUS_WORDS, type TicketView } from "@/lib/inbox/model";
import { mayMove, PRIORITIES, Priority, TICKET_STATUSES, TicketStatus } from "@/lib/ticket/model";
import { useAssign, useSetPriority, useSetStatus } from "./queries";

type Props = { ticket: TicketView };
type Window = "assign" | "priority" | "status" | null;

/** Whose it is, how pressing and how it stands: by one key and a few letters. */
export function QuickPicks({ ticket }: Props) {
  const [window, setWindow] = useState<Window>(null);
  useKey("a", () => setWindow("assign"));
  useKey("p", () => setWindow("priority"));
  useKey("s", () => setWindow("status"));
  const onClose = () => setWindow(null);
  if (window === "assign") return <Assign ticket={ticket} onClose={onClose} />;
  if (window === "priority") return <SetPriority ticket={ticket} onClose={onClose} />;
  if (window === "status") return <SetStatus ticket={ticket} onClose={onClose} />;
  return null;
}

type PickProps = Props & { onClose: () => void };

const NOBODY = "nobody";

function Assign({ ticket, onClose }: PickProps) {
  const t = useT();
  const viewer = useViewer();
  const people = usePeople() ?? [];
  const teams = useTeams() ?? [];
  const change = useAssign(ticket.id);
  const { id: ticketId, version: expectedVersion } = ticket;
  const choose = (value: string) => {
    const team = teams.find(({ id }) => id === value);
    if (team) {
      return change.mutate({ ticketId, teamId: team.id, expectedVersion, names: { team } });
    }
    const assignee = people.find(({ id }) => id === value) ?? null;
    change.mutate({
      ticketId,
      personId: assignee?.id ?? null,
      expectedVersion,
      names: { assignee },
    });
  };
  const mine = people.filter(({ id }) => id === viewer.id);
  const others = people.filter(({ id }) => id !== viewer.id);
  return (
    <PickList
      title={t("Assign #{{number}}", { number: ticket.number })}
      hint={t("A person or a team…")}
      choices={[
        ...[...mine, ...others].map(({ id, name }) => ({
          value: id,
          label: id === viewer.id ? t("{{name}} (me)", { name }) : name,
          group: t("People"),
          chosen: id === ticket.assignee?.id,
        })),
        { value: NOBODY, label: t("Nobody"), group: t("People"), chosen: ticket.assignee === null },
        ...teams.map(({ id, name }) => ({
          value: id,
          label: name,
          group: t("Teams"),
          chosen: id === ticket.team?.id,
        })),
      ]}
      onChoose={choose}
      onClose={onClose}
    />
  );
}

function SetPriority({ ticket, onClose }: PickProps) {
  const t = useT();
  const change = useSetPriority(ticket.id);
  return (
    <PickList
      title={t("Priority of #{{number}}", { number: ticket.number })}
      hint={t("Priority…")}
      choices={PRIORITIES.map((value) => ({
        value,
        label: t(PRIORITY_WORDS[value]),
        chosen: value === ticket.priority,
      })).reverse()}
      onChoose={(value) =>
        change.mutate({
          ticketId: ticket.id,
          priority: Priority.parse(value),
          expectedVersion: ticket.version,
        })
      }
      onClose={onClose}
    />
  );
}

function SetStatus({ ticket, onClose }: PickProps) {
  const t = useT();
  const change = useSetStatus(ticket.id);
  return (
    <PickList
      title={t("Status of #{{number}}", { number: ticket.number })}
      hint={t("Status…")}
      choices={TICKET_STATUSES.filter(
        (status) => status === ticket.status || mayMove(ticket.status, status, "person"),
      ).map((value) => ({
        value,
        label: t(STATUS_WORDS[value]),
        chosen: value === ticket.status,
      }))}
      onChoose={(value) =>
        change.mutate({
          ticketId: ticket.id,
          status: TicketStatus.parse(value),
          expectedVersion: ticket.version,
        })
      }
      onClose={onClose}
    />
  );
}
