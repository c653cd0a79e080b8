"use client";

import { usePeople, useTeams } from "@/components/desk/queries";
import { useViewer } from "@/components/desk/viewer";
import { useT } from "@/components/i18n/context";
import { formatOf } from "@/components/i18n/format";
import { rich } from "@/components/i18n/rich";
import { PRIORITY_WORDS } from "@/components/queue/row-words";
import { nextTryWords } from "@/components/time/next-try";
import { useClock } from "@/components/time/now";
import { Time } from "@/components/time/time";
import { When } from "@/components/time/when";
import { Select } from "@/components/ui/select";
import { STATUS_WORDS, type TicketView } from "@/lib/inbox/model";
import { mayMove, PRIORITIES, Priority, TICKET_STATUSES, TicketStatus } from "@/lib/ticket/model";
import { LabelFacts } from "./label-facts";
import { Fact, Facts, PanelSection } from "./panel-parts";
import { useAssign, useSetPriority, useSetStatus } from "./queries";
import { TagEditor } from "./tag-editor";
import { sentimentWords, trendWords } from "./ticket-words";

/** Stands for "nobody" in a list: Radix has no empty value. */
const NOBODY = "-";

export function TicketFacts({ ticket }: { ticket: TicketView }) {
  const t = useT();
  return (
    <PanelSection title={t("Ticket")}>
      <Facts>
        <Fact name={t("Status")} control>
          <StatusSelect ticket={ticket} />
        </Fact>
        <Waits ticket={ticket} />
        <Fact name={t("Assignee")} control>
          <AssigneeSelect ticket={ticket} />
        </Fact>
        <Fact name={t("Team")} control>
          <TeamSelect ticket={ticket} />
        </Fact>
        <Fact name={t("Priority")} control>
          <PrioritySelect ticket={ticket} />
        </Fact>
        <LabelFacts ticket={ticket} />
        {ticket.sentiment === null ? null : (
          <Fact name={t("Sentiment")}>
            {sentimentWords(ticket.sentiment, t)}{" "}
            <span className="text-faint">
              {formatOf(t).decimal(ticket.sentiment.toFixed(1).replace("-", "−"))}
            </span>
            {trendWords(ticket.sentimentTrend, t)}
          </Fact>
        )}
        <Rated ticket={ticket} />
        <Fact name={t("Tags")}>
          <TagEditor ticket={ticket} />
        </Fact>
        <LookedAt ticket={ticket} />
        {ticket.source ? <Fact name={t("Source")}>{ticket.source}</Fact> : null}
        {ticket.toolsUsed.length > 0 ? (
          <Fact name={t("Tools used")}>{ticket.toolsUsed.join(", ")}</Fact>
        ) : null}
      </Facts>
    </PanelSection>
  );
}

/** The customer's latest word on a reply of this ticket. */
function Rated({ ticket: { messages } }: { ticket: TicketView }) {
  const t = useT();
  const rating = messages.findLast((message) => message.rating !== null)?.rating;
  if (!rating) return null;
  return (
    <Fact name={t("Rating")}>
      {t("{{score}} of 5", { score: rating.score })} · <Time at={rating.at} />
    </Fact>
  );
}

/** The page that the customer was on when they wrote last. No link: it is their word. */
function LookedAt({ ticket: { messages } }: { ticket: TicketView }) {
  const t = useT();
  const page = messages.findLast((message) => message.page !== null)?.page;
  if (!page) return null;
  return (
    <Fact name={t("Page")}>
      <span className="wrap-anywhere">{page}</span>
    </Fact>
  );
}

/** Whom it waits for, and until when. */
function Waits({ ticket }: { ticket: TicketView }) {
  const t = useT();
  return (
    <>
      {ticket.waitingSince ? (
        <Fact name={t("Waiting", { context: "since" })}>
          {rich(t, "{{time}} for us", { time: <Time at={ticket.waitingSince} as="since" /> })}
        </Fact>
      ) : null}
      {ticket.snoozedUntil ? (
        <Fact name={t("Snoozed")}>
          {rich(t, "until {{time}}", { time: <When at={ticket.snoozedUntil} /> })}
        </Fact>
      ) : null}
      {ticket.followUp ? (
        <Fact name={t("Follow-up")}>
          <FollowUp followUp={ticket.followUp} />
        </Fact>
      ) : null}
    </>
  );
}

/** "tried again 2 of 3 times, next try in 4 h". */
function FollowUp({ followUp }: { followUp: NonNullable<TicketView["followUp"]> }) {
  const t = useT();
  const { now } = useClock();
  const { tried, of, nextAt } = followUp;
  const done = tried > 0 ? t("tried again {{tried}} of {{of}} times", { tried, of }) : "";
  const next = nextAt ? nextTryWords(nextAt, now, t) : t("stays with people");
  return <>{[done, next].filter(Boolean).join(", ")}</>;
}

function StatusSelect({ ticket }: { ticket: TicketView }) {
  const t = useT();
  const change = useSetStatus(ticket.id);
  // Only moves that people may make are offered.
  const options = TICKET_STATUSES.filter(
    (status) => status === ticket.status || mayMove(ticket.status, status, "person"),
  ).map((status) => ({ value: status, label: t(STATUS_WORDS[status]) }));
  return (
    <Select
      quiet
      label={t("Status")}
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
  const t = useT();
  const viewer = useViewer();
  const people = usePeople();
  const change = useAssign(ticket.id);
  const known = people ?? (ticket.assignee ? [ticket.assignee] : []);
  const label = (person: { id: string; name: string }) =>
    person.id === viewer.id ? t("{{name}} (me)", { name: person.name }) : person.name;
  return (
    <Select
      quiet
      label={t("Assignee")}
      value={ticket.assignee?.id ?? NOBODY}
      options={[
        { value: NOBODY, label: t("Unassigned") },
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
  const t = useT();
  const teams = useTeams();
  const change = useAssign(ticket.id);
  const known = teams ?? (ticket.team ? [ticket.team] : []);
  return (
    <Select
      quiet
      label={t("Team")}
      value={ticket.team?.id ?? NOBODY}
      options={[
        { value: NOBODY, label: t("No team") },
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
function withChosen<O extends { id: string }>(known: readonly O[], chosen: O | null): readonly O[] {
  if (!chosen || known.some((one) => one.id === chosen.id)) return known;
  return [chosen, ...known];
}

function PrioritySelect({ ticket }: { ticket: TicketView }) {
  const t = useT();
  const change = useSetPriority(ticket.id);
  return (
    <Select
      quiet
      label={t("Priority")}
      value={ticket.priority}
      options={PRIORITIES.map((value) => ({ value, label: t(PRIORITY_WORDS[value]) })).reverse()}
      onValueChange={(value) => {
        const priority = Priority.parse(value);
        if (priority === ticket.priority) return;
        change.mutate({ ticketId: ticket.id, priority, expectedVersion: ticket.version });
      }}
    />
  );
}
