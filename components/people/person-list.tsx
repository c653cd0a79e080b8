import { useT } from "@/components/i18n/context";
import { rich } from "@/components/i18n/rich";
import { Time } from "@/components/time/time";
import { When } from "@/components/time/when";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import type { PersonRow, TeamRow } from "@/lib/admin/model";
import { AREA_WORDS, ROLE_WORDS } from "./people-words";

type Props = {
  people: readonly PersonRow[];
  teams: readonly TeamRow[];
  onChoose: (personId: string) => void;
};

export function PersonList({ people, teams, onChoose }: Props) {
  const t = useT();
  return (
    <ul aria-label={t("People")}>
      {people.map((person) => (
        <li
          key={person.id}
          className="flex items-center gap-3 border-t py-2 first:border-t-0"
          aria-label={person.name}
        >
          <Avatar name={person.name} />
          <div className="min-w-0 flex-1">
            <p className="flex flex-wrap items-baseline gap-x-2">
              <span className={person.disabledAt ? "text-faint line-through" : "font-medium"}>
                {person.name}
              </span>
              <span className="truncate text-faint">{person.email}</span>
            </p>
            <p className="flex flex-wrap items-center gap-x-2 text-soft">
              <Chip>{t(ROLE_WORDS[person.role])}</Chip>
              {person.areas.map((area) => (
                <Chip key={area}>{t(AREA_WORDS[area].label)}</Chip>
              ))}
              <span>{teamWords(person, teams) || t("no team")}</span>
              <Load person={person} />
            </p>
          </div>
          <div className="hidden text-right text-faint sm:block">
            <State person={person} />
          </div>
          <Button
            onClick={() => onChoose(person.id)}
            aria-label={t("Change {{name}}", { name: person.name })}
          >
            {t("Change")}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function teamWords({ teamIds }: PersonRow, teams: readonly TeamRow[]): string {
  const names = teams.filter(({ id }) => teamIds.includes(id)).map(({ name }) => name);
  return names.join(", ");
}

function Load({ person: { open, capacity } }: { person: PersonRow }) {
  const t = useT();
  if (capacity === null) return <span>{t("{{n}} open", { n: open })}</span>;
  const full = open >= capacity;
  return (
    <span className={full ? "font-medium text-hot" : undefined}>
      {full
        ? t("{{n}} of {{capacity}} open, full", { n: open, capacity })
        : t("{{n}} of {{capacity}} open", { n: open, capacity })}
    </span>
  );
}

function State({ person }: { person: PersonRow }) {
  const t = useT();
  if (person.disabledAt) return <Time at={person.disabledAt} prefix={t("left")} />;
  if (person.awayUntil) {
    return rich(t, "away until {{time}}", { time: <When at={person.awayUntil} /> });
  }
  if (person.lastSeenAt) return <Time at={person.lastSeenAt} prefix={t("seen")} />;
  return <>{t("not signed in")}</>;
}
