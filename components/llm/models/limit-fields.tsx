"use client";

import { useT } from "@/components/i18n/context";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { FieldsProps } from "./connection-fields";
import type { RangedField } from "./ranges";

/** What it costs, what it may cost, and how long the desk waits. */
export function LimitFields(props: FieldsProps) {
  const t = useT();
  return (
    <>
      <Group
        title={t("Prices")}
        says={t("In your currency, for a million tokens. 0: it costs nothing.")}
      >
        <Amount name="inputPrice" label={t("Read")} {...props} />
        <Amount name="outputPrice" label={t("Written")} {...props} />
      </Group>
      <Group
        title={t("Limits")}
        says={t("When one is reached the desk drafts with its own core. 0 allows nothing.")}
      >
        <Amount name="dayBudget" label={t("Budget of a day")} {...props} />
        <Amount name="ticketTokens" label={t("Tokens for a ticket")} {...props} />
        <Amount name="customerDayDrafts" label={t("Drafts for a customer in a day")} {...props} />
        <Amount name="toolRounds" label={t("Rounds of tools in a draft")} {...props} />
      </Group>
      <Group
        title={t("How it is asked")}
        says={t(
          "Further samples show whether it agrees with itself; each costs as much as a draft.",
        )}
      >
        <Amount name="samples" label={t("Further samples")} {...props} />
        <Amount name="timeoutSeconds" label={t("Longest wait (seconds)")} {...props} />
        <Amount name="contextTokens" label={t("Context window (tokens)")} {...props} />
      </Group>
    </>
  );
}

type GroupProps = { title: string; says: string; children: React.ReactNode };

function Group({ title, says, children }: GroupProps) {
  return (
    <fieldset>
      <legend className="font-medium">{title}</legend>
      <p className="mb-2 max-w-[62ch] text-soft">{says}</p>
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">{children}</div>
    </fieldset>
  );
}

type AmountProps = FieldsProps & { name: RangedField; label: string };

function Amount({ name, label, draft, set, faults }: AmountProps) {
  return (
    <Field label={label} error={faults[name]}>
      {(wiring) => (
        <Input
          {...wiring}
          inputMode="decimal"
          autoComplete="off"
          value={draft[name]}
          onChange={(event) => set({ [name]: event.target.value })}
          className="max-w-40"
        />
      )}
    </Field>
  );
}
