"use client";

import { usePeople, useTeams } from "@/components/desk/queries";
import { useT } from "@/components/i18n/context";
import { says } from "@/components/i18n/says";
import { PRIORITY_WORDS } from "@/components/queue/row-words";
import { Select } from "@/components/ui/select";
import { PRIORITIES, type Priority } from "@/lib/ticket/model";

const WAYS = [
  { value: "telephone", label: says("by telephone") },
  { value: "talk", label: says("in a talk") },
  { value: "other", label: says("another way") },
] as const;

/** What a person sets beforehand; empty: routing decides. */
export type Given = {
  by: (typeof WAYS)[number]["value"];
  teamId: string;
  personId: string;
  priority: Priority | "";
};

export const NOTHING_GIVEN: Given = { by: "telephone", teamId: "", personId: "", priority: "" };

/** A list can't hold the empty text. */
const AUTO = "auto";
const auto = (label: string) => ({ value: AUTO, label });
const orEmpty = (value: string) => (value === AUTO ? "" : value);
type Props = { given: Given; onGiven: (given: Given) => void };

export function GivenFields({ given, onGiven }: Props) {
  const t = useT();
  const people = usePeople() ?? [];
  const teams = useTeams() ?? [];
  const named = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
  return (
    <div className="grid gap-2 sm:grid-cols-2">
      <Select
        label={t("How it came")}
        value={given.by}
        options={WAYS.map(({ value, label }) => ({ value, label: t(label) }))}
        onValueChange={(value) =>
          onGiven({ ...given, by: WAYS.find((way) => way.value === value)?.value ?? "other" })
        }
      />
      <Select
        label={t("Team")}
        value={given.teamId || AUTO}
        options={[auto(t("Team: as routed")), ...teams.map(named)]}
        onValueChange={(value) => onGiven({ ...given, teamId: orEmpty(value) })}
      />
      <Select
        label={t("Assignee")}
        value={given.personId || AUTO}
        options={[auto(t("Assignee: as routed")), ...people.map(named)]}
        onValueChange={(value) => onGiven({ ...given, personId: orEmpty(value) })}
      />
      <Select
        label={t("Priority")}
        value={given.priority || AUTO}
        options={[
          auto(t("Priority: as routed")),
          ...PRIORITIES.map((value) => ({ value, label: t(PRIORITY_WORDS[value]) })),
        ]}
        onValueChange={(value) =>
          onGiven({ ...given, priority: PRIORITIES.find((one) => one === value) ?? "" })
        }
      />
    </div>
  );
}
