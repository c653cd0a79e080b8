"use client";

import { Time } from "@/components/time/time";
import { monthOf } from "@/components/time/words";
import { Switch } from "@/components/ui/switch";
import type { CustomerView } from "@/lib/inbox/model";
import { Fact, Facts, PanelSection } from "./panel-parts";
import { useSwitchCustomerAi } from "./queries";
import { billingWords, moneyWords, TIER_WORDS, usageWords } from "./ticket-words";

type Props = { ticketId: string; customer: CustomerView };

export function CustomerFacts({ ticketId, customer }: Props) {
  const { account } = customer;
  return (
    <PanelSection title="Customer">
      <Facts>
        <Fact name="Name">
          <span dir="auto">{customer.name}</span>
        </Fact>
        {customer.emails.length > 0 ? (
          <Fact name="E-mail">
            {customer.emails.map((email) => (
              <Email key={email} address={email} />
            ))}
          </Fact>
        ) : null}
        {customer.telephones.length > 0 ? (
          <Fact name="Telephone">{customer.telephones.join(", ")}</Fact>
        ) : null}
        <Fact name="Account">
          {account.name} · {TIER_WORDS[account.tier]}
        </Fact>
        <Fact name="Since">
          {monthOf(new Date(account.since))} ·{" "}
          {account.seats === 1 ? "1 seat" : `${account.seats} seats`}
        </Fact>
        {account.trialUntil ? (
          <Fact name="Trial until">{new Date(account.trialUntil).toISOString().slice(0, 10)}</Fact>
        ) : null}
        <Fact name="AI">
          <CustomerAi ticketId={ticketId} customer={customer} />
        </Fact>
        {Object.entries(account.usage).map(([name, count]) => (
          <Fact key={name} name={usageWords(name)}>
            {count.toLocaleString("en")}
          </Fact>
        ))}
      </Facts>
    </PanelSection>
  );
}

/** Off, the AI only drafts for everything that this person writes. */
function CustomerAi({ ticketId, customer }: Props) {
  const set = useSwitchCustomerAi(ticketId);
  const on = !customer.aiStopped;
  return (
    <span className="flex items-center justify-between gap-2">
      {on ? "may answer" : <span className="text-held">only drafts</span>}
      <Switch
        aria-label="AI may answer this customer"
        checked={on}
        disabled={set.isPending}
        onCheckedChange={(next) => set.mutate({ customerId: customer.id, stopped: !next })}
      />
    </span>
  );
}

/** May break at the sign in the middle, before it has to break anywhere. */
function Email({ address }: { address: string }) {
  const [name, host] = address.split("@");
  return (
    <span className="block">
      {name}
      <wbr />@{host}
    </span>
  );
}

export function BillingFacts({ events }: { events: CustomerView["billing"] }) {
  if (events.length === 0) return null;
  return (
    <PanelSection title="Billing">
      <ul className="flex flex-col gap-1">
        {events.map((event) => (
          <li key={event.at + event.detail} className="flex items-baseline justify-between gap-2">
            <span className="min-w-0 wrap-anywhere" title={event.detail}>
              <span className={event.kind === "invoice_failed" ? "text-held" : undefined}>
                {billingWords(event.kind)}
              </span>{" "}
              {moneyWords(event.amountCents, event.currency)}
            </span>
            <Time at={event.at} className="shrink-0 text-faint" />
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}

export function OnboardingFacts({ steps }: { steps: CustomerView["account"]["onboarding"] }) {
  if (steps.length === 0) return null;
  const done = steps.filter((step) => step.done).length;
  return (
    <PanelSection title={`Onboarding, ${done} of ${steps.length} done`}>
      <ul className="flex flex-col gap-1">
        {steps.map((step) => (
          <li key={step.step} className="flex items-baseline justify-between gap-2">
            <span className={step.done ? "text-soft" : undefined}>{step.step}</span>
            <span className="text-faint">{step.done ? "done" : "open"}</span>
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}
