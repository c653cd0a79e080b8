"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useState } from "react";
import { useT } from "@/components/i18n/context";
import { saidRule } from "@/components/rules/said-rule";
import { Panel } from "@/components/settings/panel";
import { useTold } from "@/components/settings/use-told";
import { Button } from "@/components/ui/button";
import { Switch } from "@/components/ui/switch";
import type { PolicyInput, PolicyRow, SlaSettings } from "@/lib/sla/model";
import { coverWords, promiseWords, restWords } from "./forecast-words";
import { PolicyDialog } from "./policy-dialog";
import { useOrderPolicies, useRemovePolicy, useSavePolicy } from "./queries";

/** Promises in their order: the first that matches a ticket holds. */
export function Policies({ settings }: { settings: SlaSettings }) {
  const t = useT();
  const { policies, forecast } = settings;
  const [edited, setEdited] = useState<PolicyRow | "new" | null>(null);
  const order = useOrderPolicies();
  const move = (index: number, by: 1 | -1) => {
    const ids = policies.map(({ id }) => id);
    const [moved] = ids.splice(index, 1);
    if (moved) order.mutate(ids.toSpliced(index + by, 0, moved));
  };
  return (
    <Panel
      title={t("Policies")}
      says={t(
        "The first that matches a ticket holds, as the ticket is now. Time runs while the customer waits, and stands still while we wait for them.",
      )}
      action={
        <Button kind="primary" onClick={() => setEdited("new")}>
          {t("New policy")}
        </Button>
      }
    >
      {policies.length === 0 ? (
        <p className="text-soft">{t("Nothing is promised yet: no ticket has a due time.")}</p>
      ) : null}
      <ol aria-label={t("Policies")}>
        {policies.map((policy, index) => (
          <PolicyLine
            key={policy.id}
            policy={policy}
            settings={settings}
            place={{ first: index === 0, last: index === policies.length - 1 }}
            onMove={(by) => move(index, by)}
            onChange={() => setEdited(policy)}
          />
        ))}
      </ol>
      {policies.length > 0 ? (
        <p className="mt-2 text-soft" role="status">
          {restWords(forecast, t)}
        </p>
      ) : null}
      {edited ? (
        <PolicyDialog
          policy={edited === "new" ? null : edited}
          settings={settings}
          onClose={() => setEdited(null)}
        />
      ) : null}
    </Panel>
  );
}

type LineProps = {
  policy: PolicyRow;
  settings: SlaSettings;
  place: { first: boolean; last: boolean };
  onMove: (by: 1 | -1) => void;
  onChange: () => void;
};

function PolicyLine({ policy, settings, place, onMove, onChange }: LineProps) {
  const t = useT();
  const told = useTold();
  const { name, enabled, unreadable } = policy;
  const remove = useRemovePolicy();
  const save = useSavePolicy(inputOf(policy));
  const calendar = settings.calendars.find(({ id }) => id === policy.calendarId);
  const found = settings.forecast.policies[policy.id];
  const state = enabled ? (found ? coverWords(found, t) : "") : t("switched off");
  return (
    <li
      aria-label={name}
      className="flex flex-wrap items-start gap-x-3 gap-y-1 border-t py-2 first:border-t-0"
    >
      <div className="min-w-48 flex-1">
        <p className={enabled ? "font-medium" : "text-faint"}>{name}</p>
        <p className="text-soft">
          {t("If {{words}}: {{promises}}; {{hours}}", {
            words: saidRule(policy.words, t),
            promises: promiseWords(policy, t),
            hours: calendar
              ? t("hours of {{name}}", { name: calendar.name })
              : t("around the clock"),
          })}
        </p>
        <p className={unreadable ? "text-held" : "text-faint"}>
          {unreadable
            ? t("Its conditions can't be read by this version: it matches nothing.")
            : state}
        </p>
      </div>
      <div className="flex items-center gap-1">
        <Switch
          aria-label={t("{{name}} in force", { name })}
          checked={enabled}
          disabled={save.isPending || unreadable}
          onCheckedChange={(on) => save.mutate({ ...inputOf(policy), enabled: on }, told)}
        />
        <MoveButton name={name} by={-1} disabled={place.first} onMove={onMove} />
        <MoveButton name={name} by={1} disabled={place.last} onMove={onMove} />
        <Button
          aria-label={t("Change {{name}}", { name })}
          disabled={unreadable}
          onClick={onChange}
        >
          {t("Change")}
        </Button>
        <Button
          aria-label={t("Remove {{name}}", { name })}
          busy={remove.isPending}
          onClick={() => remove.mutate({ policyId: policy.id }, told)}
        >
          {t("Remove")}
        </Button>
      </div>
    </li>
  );
}

type MoveProps = { name: string; by: 1 | -1; disabled: boolean; onMove: (by: 1 | -1) => void };

function MoveButton({ name, by, disabled, onMove }: MoveProps) {
  const t = useT();
  const Icon = by === 1 ? ArrowDown : ArrowUp;
  return (
    <Button
      kind="quiet"
      size="icon"
      aria-label={by === 1 ? t("Move {{name}} down", { name }) : t("Move {{name}} up", { name })}
      disabled={disabled}
      onClick={() => onMove(by)}
    >
      <Icon size={14} aria-hidden />
    </Button>
  );
}

/** A policy as it is saved. */
function inputOf(policy: PolicyRow): PolicyInput {
  const { id, words, unreadable, ...content } = policy;
  return { policyId: id, ...content };
}
