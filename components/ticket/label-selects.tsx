"use client";

import { useLabels } from "@/components/desk/queries";
import { useT } from "@/components/i18n/context";
import { Select } from "@/components/ui/select";
import { intentWords, type TicketView } from "@/lib/inbox/model";
import { useRelabel } from "./queries";

/** Stands for "nothing known" in a list: Radix has no empty value. */
const NONE = "-";

type Props = { ticket: TicketView; quiet?: boolean };
type Option = { slug: string; name: string };

/** What the ticket is about; a person's choice stays, and is learned. */
export function CategorySelect({ ticket, quiet = false }: Props) {
  const t = useT();
  const labels = useLabels();
  const relabel = useRelabel(ticket.id);
  const { slug } = ticket.labels.category;
  const now = slug === null ? null : { slug, name: ticket.category };
  return (
    <Select
      quiet={quiet}
      label={t("Category")}
      value={slug ?? NONE}
      options={withChosen(labels?.categories ?? [], now).map(toOption)}
      onValueChange={(to) => {
        if (to === slug) return;
        const name = labels?.categories.find((one) => one.slug === to)?.name ?? to;
        relabel.mutate({
          ticketId: ticket.id,
          label: "category",
          to,
          expectedVersion: ticket.version,
          name,
        });
      }}
    />
  );
}

/** What the customer wants. */
export function IntentSelect({ ticket, quiet = false }: Props) {
  const t = useT();
  const labels = useLabels();
  const relabel = useRelabel(ticket.id);
  const { slug } = ticket.labels.intent;
  const now = slug === null ? null : { slug, name: intentWords(slug) };
  return (
    <Select
      quiet={quiet}
      label={t("Intent")}
      value={slug ?? NONE}
      options={[
        { value: NONE, label: t("None known") },
        ...withChosen(labels?.intents ?? [], now).map(toOption),
      ]}
      onValueChange={(value) => {
        const to = value === NONE ? null : value;
        if (to === slug) return;
        relabel.mutate({
          ticketId: ticket.id,
          label: "intent",
          to,
          expectedVersion: ticket.version,
          name: "",
        });
      }}
    />
  );
}

const toOption = ({ slug, name }: Option) => ({ value: slug, label: name });

/** A label that is out of use may still be the one that a ticket has. */
function withChosen(known: readonly Option[], chosen: Option | null): readonly Option[] {
  if (!chosen || known.some(({ slug }) => slug === chosen.slug)) return known;
  return [chosen, ...known];
}
