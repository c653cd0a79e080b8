"use client";

import { usePeople, useTeams } from "@/components/desk/queries";
import { useViewer } from "@/components/desk/viewer";
import { PRIORITY_WORDS } from "@/components/queue/row-words";
import { nextTryWords } from "@/components/time/next-try";
import { useClock } from "@/components/time/now";
import { Time } from "@/components/time/time";
import { When } from "@/components/time/when";
import { Chip } from "@/components/ui/chip";
import { Select } from "@/components/ui/select";
import { cut2, intentWords, STATUS_WORDS, type TicketView } from "@/lib/inbox/model";
import { mayMove, PRIORITIES, Priority, TICKET_STATUSES, TicketStatus } from "@/lib/ticket/model";
import { Fact, Facts, PanelSection } from "./panel-parts";
import { useAssign, useSetPriority, useSetStatus } from "./queries";
import { sentimentWords } from "./ticket-words";

/** Stands for "nobody" in a list: Radix has no empty value. */
const NOBODY = "-";

export function TicketFacts({ ticket }: { ticket: TicketView }) {
  return (
    <PanelSection title="Ticket">
      <Facts>
        <Fact name="Status" control>
          <StatusSelect ticket={ticket} />
        </Fact>
        <Waits ticket={ticket} />
        <Fact name="Assignee" control>
          <AssigneeSelect ticket={ticket} />
        </Fact>
        <Fact name="Team" control>
          <TeamSelect ticket={ticket} />
        </Fact>
        <Fact name="Priority" control>
          <PrioritySelect ticket={ticket} />
        </Fact>
        <Fact name="Category">{ticket.category}</Fact>
        {ticket.intents.length > 0 ? (
          <Fact name="Intents">
            {ticket.intents
              .map(({ intent, score }) => `${intentWords(intent)} ${cut2(score)}`)
              .join(", ")}
          </Fact>
        ) : null}
        {ticket.sentiment === null ? null : (
          <Fact name="Sentiment">
            {sentimentWords(ticket.sentiment)}{" "}
            <span className="text-faint">{ticket.sentiment.toFixed(1).replace("-", "−")}</span>
          </Fact>
        )}
        {ticket.tags.length > 0 ? (
          <Fact name="Tags">
            <span className="flex flex-wrap gap-1">
              {ticket.tags.map((tag) => (
                <Chip key={tag}>{tag}</Chip>
              ))}
            </span>
          </Fact>
        ) : null}
        {ticket.source ? <Fact name="Source">{ticket.source}</Fact> : null}
        {ticket.toolsUsed.length > 0 ? (
          <Fact name="Tools used">{ticket.toolsUsed.join(", ")}</Fact>
        ) : null}
      </Facts>
    </PanelSection>
  );
}

/** Whom it waits for, and until when. */
function Waits({ ticket }: { ticket: TicketView }) {
  return (
    <>
      {ticket.waitingSince ? (
        <Fact name="Waiting">
          <Time at={ticket.waitingSince} as="since" /> for us
        </Fact>
      ) : null}
      {ticket.snoozedUntil ? (
        <Fact name="Snoozed">
          until <When at={ticket.snoozedUntil} />
        </Fact>
      ) : null}
      {ticket.followUp ? (
        <Fact name="Follow-up">
          <FollowUp followUp={ticket.followUp} />
        </Fact>
      ) : null}
    </>
  );
}

/** "tried again 2 of 3 times, next try in 4 h". */
function FollowUp({ followUp }: { followUp: NonNullable<TicketView["followUp"]> }) {
  const { now } = useClock();
  const { tried, of, nextAt } = followUp;
  const done = tried > 0 ? `tried again ${tried} of ${of} times` : "";
  const next = nextAt ? nextTryWords(nextAt, now) : "stays with people";
  return <>{[done, next].filter(Boolean).join(", ")}</>;
}

function StatusSelect({ ticket }: { ticket: TicketView }) {
  const change = useSetStatus(ticket.id);
  // Only moves that people may make are offered.
  const options = TICKET_STATUSES.filter(
    (status) => status === ticket.status || mayMove(ticket.status, status, "person"),
  ).map((status) => ({ value: status, label: STATUS_WORDS[status] }));
  return (
    <Select
      quiet
      label="Status"
      value={ticket.status}
      options={options}
      onValueChange={(value) => {
        const status = TicketStatus.parse(value);
        if (status === ticket.status) return;
        change.mutate({ ticketId: ticket.id, status, expectedVersion: ticket.version });
      }}
    />
  );
}

function AssigneeSelect({ ticket }: { ticket: TicketView }) {
  const viewer = useViewer();
  const people = usePeople();
  const change = useAssign(ticket.id);
  const known = people ?? (ticket.assignee ? [ticket.assignee] : []);
  const label = (person: { id: string; name: string }) =>
    person.id === viewer.id ? `${person.name} (me)` : person.name;
  return (
    <Select
      quiet
      label="Assignee"
      value={ticket.assignee?.id ?? NOBODY}
      options={[
        { value: NOBODY, label: "Unassigned" },
        ...withChosen(known, ticket.assignee).map((person) => ({
          value: person.id,
          label: label(person),
        })),
      ]}
      onValueChange={(value) => {
        const assignee = known.find((person) => person.id === value) ?? null;
        if (assignee?.id === ticket.assignee?.id) return;
        change.mutate({
          ticketId: ticket.id,
          personId: assignee?.id ?? null,
          expectedVersion: ticket.version,
          names: { assignee },
        });
      }}
    />
  );
}

function TeamSelect({ ticket }: { ticket: TicketView }) {
  const teams = useTeams();
  const change = useAssign(ticket.id);
  const known = teams ?? (ticket.team ? [ticket.team] : []);
  return (
    <Select
      quiet
      label="Team"
      value={ticket.team?.id ?? NOBODY}
      options={[
        { value: NOBODY, label: "No team" },
        ...withChosen(known, ticket.team).map((team) => ({ value: team.id, label: team.name })),
      ]}
      onValueChange={(value) => {
        const team = known.find((one) => one.id === value) ?? null;
        if (team?.id === ticket.team?.id) return;
        change.mutate({
          ticketId: ticket.id,
          teamId: team?.id ?? null,
          expectedVersion: ticket.version,
          names: { team },
        });
      }}
    />
  );
}

/** Somebody who has left may still be the one that is chosen. */
function withChosen<T extends { id: string }>(known: readonly T[], chosen: T | null): readonly T[] {
  if (!chosen || known.some((one) => one.id === chosen.id)) return known;
  return [chosen, ...known];
}

function PrioritySelect({ ticket }: { ticket: TicketView }) {
  const change = useSetPriority(ticket.id);
  return (
    <Select
      quiet
      label="Priority"
      value={ticket.priority}
      options={PRIORITIES.map((value) => ({ value, label: PRIORITY_WORDS[value] })).reverse()}
      onValueChange={(value) => {
        const priority = Priority.parse(value);
        if (priority === ticket.priority) return;
        change.mutate({ ticketId: ticket.id, priority, expectedVersion: ticket.version });
      }}
    />
  );
}
