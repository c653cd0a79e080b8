"use client";

import { useT } from "@/components/i18n/context";
import { Avatar } from "@/components/ui/avatar";
import type { Presence } from "@/lib/presence/model";
import { namesOf } from "./words";

/** More would push the customer's name aside. */
const SHOWN = 3;

/** Who else is on the ticket of a row. */
export function RowViewers({ here }: { here: readonly Presence[] }) {
  const t = useT();
  if (here.length === 0) return null;
  const people = here.map(({ person }) => person);
  const active = here.filter(({ doing }) => doing !== "viewing").map(({ person }) => person);
  const words =
    active.length > 0
      ? t("{{names}} are writing", { names: namesOf(active, t), count: active.length })
      : t("{{names}} are viewing", { names: namesOf(people, t), count: people.length });
  return (
    <span className="flex shrink-0 -space-x-1" title={words}>
      {people.slice(0, SHOWN).map(({ id, name }) => (
        <Avatar key={id} name={name} small />
      ))}
      <span className="sr-only">{words}</span>
    </span>
  );
}
