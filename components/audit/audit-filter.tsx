"use client";

import { usePeople } from "@/components/desk/queries";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { kindOptions } from "./audit-words";
import { type AuditChoice, auditSearch } from "./queries";

/** Stands for "all": Radix has no empty value. */
const ALL = "-";

type Props = { choice: AuditChoice; onChange: (choice: AuditChoice) => void };

export function AuditFilter({ choice, onChange }: Props) {
  const t = useT();
  const people = usePeople() ?? [];
  const set = (change: Partial<AuditChoice>) => onChange({ ...choice, ...change });
  const search = auditSearch(choice);
  search.set("download", "1");
  return (
    <search aria-label={t("Changes to show")} className="mb-4 flex flex-wrap items-end gap-3">
      <Select
        label={t("Kind of change")}
        value={choice.type || ALL}
        onValueChange={(type) => set({ type: type === ALL ? "" : type })}
        options={[{ value: ALL, label: t("All kinds") }, ...kindOptions(t)]}
      />
      <Select
        label={t("Who")}
        value={choice.personId || ALL}
        onValueChange={(personId) => set({ personId: personId === ALL ? "" : personId })}
        options={[
          { value: ALL, label: t("Everybody") },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Field label={t("From")}>
        {(wiring) => (
          <Input
            {...wiring}
            type="date"
            value={choice.from}
            onChange={(event) => set({ from: event.target.value })}
          />
        )}
      </Field>
      <Field label={t("To")}>
        {(wiring) => (
          <Input
            {...wiring}
            type="date"
            value={choice.to}
            onChange={(event) => set({ to: event.target.value })}
          />
        )}
      </Field>
      <label className="flex min-h-8 items-center gap-2 pointer-coarse:min-h-11">
        <input
          type="checkbox"
          className="size-4 accent-(--accent)"
          checked={choice.tickets}
          onChange={(event) => set({ tickets: event.target.checked })}
        />
        {t("what happened to tickets, too")}
      </label>
      <Button asChild className="ml-auto">
        <a href={`/api/settings/audit?${search}`} download>
          {t("Export as JSON")}
        </a>
      </Button>
    </search>
  );
}
