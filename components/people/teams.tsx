"use client";

import { useState } from "react";
import type { T } from "@/components/i18n/catalogue";
import { useT } from "@/components/i18n/context";
import { Panel } from "@/components/settings/panel";
import { useTold } from "@/components/settings/use-told";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import type { TeamRow } from "@/lib/admin/model";
import { useRemoveTeam, useSetFallback } from "./queries";
import { TeamDialog } from "./team-dialog";

/** Groups that tickets are routed to. */
export function Teams({ teams }: { teams: readonly TeamRow[] }) {
  const t = useT();
  const told = useTold();
  const [named, setNamed] = useState<TeamRow | "new" | null>(null);
  const [leaving, setLeaving] = useState<TeamRow | null>(null);
  const remove = useRemoveTeam();
  const fallback = useSetFallback();
  return (
    <Panel
      title={t("Teams")}
      says={t(
        "Rules give tickets to teams. One of them takes what no rule gives to anybody, or to a team that is gone.",
      )}
      action={<Button onClick={() => setNamed("new")}>{t("New team")}</Button>}
    >
      <ul aria-label={t("Teams")}>
        {teams.map((team) => (
          <TeamLine
            key={team.id}
            team={team}
            onFallback={() => fallback.mutate({ teamId: team.id }, told)}
            onRename={() => setNamed(team)}
            onRemove={() => setLeaving(team)}
          />
        ))}
      </ul>
      {named ? (
        <TeamDialog team={named === "new" ? null : named} onClose={() => setNamed(null)} />
      ) : null}
      <AlertDialog
        open={leaving !== null}
        onOpenChange={(open) => !open && setLeaving(null)}
        title={t("Remove {{name}}?", { name: leaving?.name ?? t("the team") })}
        description={leaving ? removalWords(leaving, t) : ""}
        confirm={t("Remove team")}
        danger
        onConfirm={() => leaving && remove.mutate({ teamId: leaving.id }, told)}
      />
    </Panel>
  );
}

type LineProps = {
  team: TeamRow;
  onFallback: () => void;
  onRename: () => void;
  onRemove: () => void;
};

/** One team, and what can be done with it. */
function TeamLine({ team, onFallback, onRename, onRemove }: LineProps) {
  const t = useT();
  return (
    <li
      aria-label={team.name}
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t py-2 first:border-t-0"
    >
      <div className="min-w-48 flex-1">
        <p className="flex items-center gap-2 font-medium">
          {team.name}
          {team.fallback ? <Chip>{t("takes the rest")}</Chip> : null}
        </p>
        <p className="text-soft">{teamWords(team, t)}</p>
      </div>
      <div className="flex gap-2">
        {team.fallback ? null : (
          <Button
            aria-label={t("Takes the rest: {{name}}", { name: team.name })}
            onClick={onFallback}
          >
            {t("Takes the rest")}
          </Button>
        )}
        <Button aria-label={t("Rename {{name}}", { name: team.name })} onClick={onRename}>
          {t("Rename")}
        </Button>
        <Button
          disabled={team.fallback}
          aria-label={t("Remove {{name}}", { name: team.name })}
          onClick={onRemove}
        >
          {t("Remove")}
        </Button>
      </div>
    </li>
  );
}

function teamWords({ members, open, rules }: TeamRow, t: T): string {
  const people = t("{{count}} people", { count: members });
  const named =
    rules.length === 0
      ? t("named by no rule")
      : t("named by {{rules}}", { rules: rules.join(", ") });
  return [people, t("{{n}} open", { n: open }), named].join(", ");
}

function removalWords({ open, rules }: TeamRow, t: T): string {
  const tickets = t("Its {{n}} open tickets are then nobody's team's.", { n: open });
  const follow = t("What {{rules}} gives to it goes to the team that takes the rest.", {
    rules: rules.join(", "),
  });
  const end = t("This can't be undone.");
  return rules.length > 0 ? `${tickets} ${follow} ${end}` : `${tickets} ${end}`;
}
