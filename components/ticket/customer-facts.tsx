"use client";

import Link from "next/link";
import { NotesInPanel } from "@/components/customer/notes-in-panel";
import { useT } from "@/components/i18n/context";
import { formatOf } from "@/components/i18n/format";
import { Time } from "@/components/time/time";
import { monthOf } from "@/components/time/words";
import { Switch } from "@/components/ui/switch";
import type { CustomerView } from "@/lib/inbox/model";
import { Email, Fact, Facts, PanelSection } from "./panel-parts";
import { useSwitchCustomerAi } from "./queries";
import { billingWords, moneyWords, TIER_WORDS, usageWords } from "./ticket-words";

type Props = { ticketId: string; customer: CustomerView };

/** Who asks, and what the desk has put down about them. */
export function CustomerFacts({ ticketId, customer }: Props) {
  return (
    <>
      <PersonFacts ticketId={ticketId} customer={customer} />
      <NotesInPanel key={customer.id} id={customer.id} />
    </>
  );
}

function PersonFacts({ ticketId, customer }: Props) {
  const t = useT();
  const { account } = customer;
  return (
    <PanelSection title={t("Customer")}>
      <Facts>
        <Fact name={t("Name")}>
          <Link href={`/customers/${customer.id}`} prefetch={false} dir="auto">
            {customer.name}
          </Link>
        </Fact>
        {customer.emails.length > 0 ? (
          <Fact name={t("E-mail")}>
            {customer.emails.map((email) => (
              <Email key={email} address={email} />
            ))}
          </Fact>
        ) : null}
        {customer.telephones.length > 0 ? (
          <Fact name={t("Telephone")}>{customer.telephones.join(", ")}</Fact>
        ) : null}
        <Fact name={t("Account")}>
          {account.name} · {t(TIER_WORDS[account.tier])}
        </Fact>
        <Fact name={t("Since")}>
          {monthOf(new Date(account.since), t)} · {t("{{count}} seats", { count: account.seats })}
        </Fact>
        {account.trialUntil ? (
          <Fact name={t("Trial until")}>
            {formatOf(t).day(new Date(account.trialUntil).toISOString())}
          </Fact>
        ) : null}
        <Fact name={t("AI")}>
          <CustomerAi ticketId={ticketId} customer={customer} />
        </Fact>
        {Object.entries(account.usage).map(([name, count]) => (
          <Fact key={name} name={usageWords(name, t)}>
            {formatOf(t).number(count)}
          </Fact>
        ))}
      </Facts>
    </PanelSection>
  );
}

/** Off, the AI only drafts for everything that this person writes. */
function CustomerAi({ ticketId, customer }: Props) {
  const t = useT();
  const set = useSwitchCustomerAi(ticketId);
  const on = !customer.aiStopped;
  return (
    <span className="flex items-center justify-between gap-2">
      {on ? t("may answer") : <span className="text-held">{t("only drafts")}</span>}
      <Switch
        aria-label={t("AI may answer this customer")}
        checked={on}
        disabled={set.isPending}
        onCheckedChange={(next) => set.mutate({ customerId: customer.id, stopped: !next })}
      />
    </span>
  );
}

export function BillingFacts({ events }: { events: CustomerView["billing"] }) {
  const t = useT();
  if (events.length === 0) return null;
  return (
    <PanelSection title={t("Billing")}>
      <ul className="flex flex-col gap-1">
        {events.map((event) => (
          <li key={event.at + event.detail} className="flex items-baseline justify-between gap-2">
            <span className="min-w-0 wrap-anywhere" title={event.detail}>
              <span className={event.kind === "invoice_failed" ? "text-held" : undefined}>
                {billingWords(event.kind, t)}
              </span>{" "}
              {moneyWords(event.amountCents, event.currency, t)}
            </span>
            <Time at={event.at} className="shrink-0 text-faint" />
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}

export function OnboardingFacts({ steps }: { steps: CustomerView["account"]["onboarding"] }) {
  const t = useT();
  if (steps.length === 0) return null;
  const done = steps.filter((step) => step.done).length;
  return (
    <PanelSection title={t("Onboarding, {{done}} of {{all}} done", { done, all: steps.length })}>
      <ul className="flex flex-col gap-1">
        {steps.map((step) => (
          <li key={step.step} className="flex items-baseline justify-between gap-2">
            <span className={step.done ? "text-soft" : undefined}>{step.step}</span>
            <span className="text-faint">{step.done ? t("done") : t("open")}</span>
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}
