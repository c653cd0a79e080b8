"use client";

import { Copy, Trash2 } from "lucide-react";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { RuleTargets } from "@/lib/backtest/model";
import type { Lint, RuleDraft } from "@/lib/rule/model";
import { ActionsEditor } from "./actions-editor";
import { ConditionList } from "./condition-list";

type Props = {
  rule: RuleDraft;
  targets: RuleTargets;
  lints: readonly Lint[];
  onChange: (rule: RuleDraft) => void;
  onCopy: () => void;
  onRemove: () => void;
};

/** One rule: its name, when it matches, what it does, and what comes after. */
export function RuleEditor({ rule, targets, lints, onChange, onCopy, onRemove }: Props) {
  const t = useT();
  const unreadable = lints.filter(({ kind }) => kind === "unreadable");
  return (
    <section aria-label={t("Rule {{name}}", { name: rule.name })} className="flex flex-col gap-4">
      <Field
        label={t("Name")}
        error={rule.name.trim() === "" ? t("Name: give it one.") : undefined}
      >
        {(wiring) => (
          <Input
            {...wiring}
            value={rule.name}
            maxLength={120}
            onChange={({ target }) => onChange({ ...rule, name: target.value })}
          />
        )}
      </Field>
      {unreadable.map(({ text }) => (
        <p key={text} role="alert" className="text-held">
          {t.stored(text)}
        </p>
      ))}
      {rule.unreadable ? null : (
        <>
          <fieldset>
            <legend className="mb-1.5 font-medium text-soft">{t("When all of these hold")}</legend>
            <ConditionList
              items={rule.conditions}
              targets={targets}
              depth={0}
              onChange={(conditions) => onChange({ ...rule, conditions })}
            />
          </fieldset>
          <fieldset>
            <legend className="mb-1.5 font-medium text-soft">{t("Then")}</legend>
            <ActionsEditor
              actions={rule.actions}
              targets={targets}
              onChange={(actions) => onChange({ ...rule, actions })}
            />
          </fieldset>
        </>
      )}
      <AfterMatch rule={rule} onChange={onChange} />
      <div className="flex flex-wrap gap-2 border-t pt-3">
        <Button onClick={onCopy} disabled={rule.unreadable === true}>
          <Copy size={14} aria-hidden /> {t("Copy rule")}
        </Button>
        <Button kind="danger" onClick={onRemove}>
          <Trash2 size={14} aria-hidden /> {t("Delete rule")}
        </Button>
      </div>
    </section>
  );
}

/** Whether the rules below still count once this one matches. */
function AfterMatch({ rule, onChange }: Pick<Props, "rule" | "onChange">) {
  const t = useT();
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span aria-hidden className="text-soft">
        {t("After a match")}
      </span>
      <Select
        label={t("After a match")}
        value={rule.onMatch}
        options={[
          { value: "stop", label: t("Stop: the first match decides") },
          { value: "continue", label: t("Go on to the next rule") },
        ]}
        onValueChange={(word) =>
          onChange({ ...rule, onMatch: word === "stop" ? "stop" : "continue" })
        }
      />
    </div>
  );
}
