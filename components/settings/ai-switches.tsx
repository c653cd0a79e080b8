"use client";

import { useId, useState } from "react";
import { useT } from "@/components/i18n/context";
import { rich } from "@/components/i18n/rich";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Switch } from "@/components/ui/switch";
import { useSetAiStopped, useSwitchTeamAi } from "./queries";
import { useTold } from "./use-told";

/** The switch for the whole desk. Asks first: it changes what every customer gets. */
export function DeskAiSwitch({ stopped }: { stopped: boolean }) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const set = useSetAiStopped();
  const told = useTold();
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <p className="min-w-0 flex-1 basis-64">
        {stopped
          ? rich(t, "<b>AI is stopped for the whole desk.</b> It drafts, and people send.", {
              b: (inner) => <b className="font-semibold text-held">{inner}</b>,
            })
          : rich(t, "<b>AI answers by itself</b> where it is sure enough.", {
              b: (inner) => <b className="font-semibold text-auto">{inner}</b>,
            })}
      </p>
      <Button
        kind={stopped ? "primary" : "danger"}
        busy={set.isPending}
        onClick={() => setAsking(true)}
      >
        {stopped ? t("Let AI answer again") : t("Stop AI for the whole desk")}
      </Button>
      <AlertDialog
        open={asking}
        onOpenChange={setAsking}
        title={stopped ? t("Let AI answer again?") : t("Stop AI for the whole desk?")}
        description={
          stopped
            ? t(
                "From now on it sends replies that it is sure enough about. What is held stays with people.",
              )
            : t(
                "From now on it sends nothing by itself, in no ticket. It still drafts, and every ticket says why it does not answer. Replies that have left are not affected.",
              )
        }
        confirm={stopped ? t("Let AI answer") : t("Stop AI")}
        danger={!stopped}
        onConfirm={() => set.mutate({ stopped: !stopped }, told)}
      />
    </div>
  );
}

type Team = { id: string; name: string; aiStopped: boolean };

/** One switch for each team: off, the AI only drafts for its tickets. */
export function TeamAiSwitches({ teams }: { teams: Team[] }) {
  const t = useT();
  return (
    <fieldset className="border-t py-3.5">
      <legend className="float-left mb-1.5 w-full font-medium">{t("AI may answer for")}</legend>
      <ul className="clear-both grid grid-cols-1 gap-x-8 sm:grid-cols-2">
        {teams.map((team) => (
          <TeamSwitch key={team.id} team={team} />
        ))}
      </ul>
    </fieldset>
  );
}

function TeamSwitch({ team }: { team: Team }) {
  const t = useT();
  const id = useId();
  const set = useSwitchTeamAi();
  const told = useTold();
  return (
    <li className="flex min-h-9 items-center justify-between gap-3 pointer-coarse:min-h-11">
      <label htmlFor={id} className="min-w-0 truncate">
        {team.name}
        {team.aiStopped ? <span className="text-held"> {t("· only drafts")}</span> : null}
      </label>
      <Switch
        id={id}
        checked={!team.aiStopped}
        disabled={set.isPending}
        onCheckedChange={(on) => set.mutate({ teamId: team.id, stopped: !on }, told)}
      />
    </li>
  );
}
