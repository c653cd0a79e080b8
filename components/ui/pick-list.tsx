"use client";

import { Command } from "cmdk";
import { useT } from "@/components/i18n/context";
import { Dialog } from "./dialog";

type Choice = { value: string; label: string; group?: string; chosen?: boolean };

type Props = {
  title: string;
  /** What the field says while it is empty. */
  hint: string;
  choices: readonly Choice[];
  onChoose: (value: string) => void;
  onClose: () => void;
};

/** One of many, found by typing: arrows move, Enter chooses. */
export function PickList({ title, hint, choices, onChoose, onClose }: Props) {
  const t = useT();
  const groups = [...new Set(choices.map(({ group }) => group ?? ""))];
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={title}>
      <Command label={title} loop>
        <Command.Input
          autoFocus
          placeholder={hint}
          className="mb-2 w-full rounded-md border border-field bg-panel px-2.5 py-1.5"
        />
        <Command.List className="max-h-[48dvh] overflow-y-auto">
          <Command.Empty className="px-2 py-3 text-faint">
            {t("Nothing is called like that.")}
          </Command.Empty>
          {groups.map((group) => (
            <Command.Group
              key={group}
              heading={group}
              className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:text-2xs [&_[cmdk-group-heading]]:text-faint"
            >
              {choices
                .filter((choice) => (choice.group ?? "") === group)
                .map(({ value, label, chosen }) => (
                  <Command.Item
                    key={value}
                    value={`${label} ${value}`}
                    onSelect={() => {
                      onClose();
                      onChoose(value);
                    }}
                    className="flex min-h-8 cursor-default items-center justify-between rounded-md px-2 data-[selected=true]:bg-sel pointer-coarse:min-h-11"
                  >
                    {label}
                    {chosen ? <span className="text-faint">{t("now")}</span> : null}
                  </Command.Item>
                ))}
            </Command.Group>
          ))}
        </Command.List>
      </Command>
    </Dialog>
  );
}
