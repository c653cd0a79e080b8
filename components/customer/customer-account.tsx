"use client";

import Link from "next/link";
import { useState } from "react";
import { useT } from "@/components/i18n/context";
import { formatOf } from "@/components/i18n/format";
import { Email, Fact, Facts } from "@/components/ticket/panel-parts";
import { billingWords, moneyWords, TIER_WORDS, usageWords } from "@/components/ticket/ticket-words";
import { Time } from "@/components/time/time";
import { monthOf } from "@/components/time/words";
import { Button } from "@/components/ui/button";
import { Switch } from "@/components/ui/switch";
import type { CustomerPage } from "@/lib/customer/model";
import { Box } from "./box";
import { CustomerTags } from "./customer-tags";
import { EditCustomerDialog } from "./edit-dialog";
import { useCustomerAi } from "./queries";

/** How to reach them, their tags, and whether the AI may answer. */
export function CustomerPerson({ id, customer }: { id: string; customer: CustomerPage }) {
  const t = useT();
  const ai = useCustomerAi(id);
  const [editing, setEditing] = useState(false);
  return (
    <Box
      title={t("Person")}
      action={
        <Button kind="quiet" onClick={() => setEditing(true)}>
          {t("Edit")}
        </Button>
      }
    >
      {editing ? (
        <EditCustomerDialog customer={customer} onClose={() => setEditing(false)} />
      ) : null}
      <Facts>
        <Fact name={t("E-mail")}>
          {customer.emails.length === 0 ? t("none") : null}
          {customer.emails.map((email) => (
            <Email key={email} address={email} />
          ))}
        </Fact>
        <Fact name={t("Telephone")}>{customer.telephones.join(", ") || t("none")}</Fact>
        <Fact name={t("Since")}>{monthOf(new Date(customer.since), t)}</Fact>
        <Fact name={t("AI")}>
          <span className="flex items-center justify-between gap-2">
            {customer.aiStopped ? (
              <span className="text-held">{t("only drafts")}</span>
            ) : (
              t("may answer")
            )}
            <Switch
              aria-label={t("AI may answer this customer")}
              checked={!customer.aiStopped}
              disabled={ai.isPending}
              onCheckedChange={(next) => ai.mutate(!next)}
            />
          </span>
        </Fact>
        <Fact name={t("Tags")}>
          <CustomerTags id={id} />
        </Fact>
      </Facts>
    </Box>
  );
}

/** What they pay for and use, how far they have come, and who else is there. */
export function CustomerAccount({ customer: { account, colleagues } }: { customer: CustomerPage }) {
  const t = useT();
  const done = account.onboarding.filter((step) => step.done).length;
  return (
    <Box title={t("Account: {{name}}", { name: account.name })}>
      <Facts>
        <Fact name={t("Tier")}>{t(TIER_WORDS[account.tier])}</Fact>
        <Fact name={t("Seats")}>{formatOf(t).number(account.seats)}</Fact>
        <Fact name={t("Since")}>{monthOf(new Date(account.since), t)}</Fact>
        {account.trialUntil ? (
          <Fact name={t("Trial until")}>{formatOf(t).day(account.trialUntil)}</Fact>
        ) : null}
        {Object.entries(account.usage).map(([name, count]) => (
          <Fact key={name} name={usageWords(name, t)}>
            {formatOf(t).number(count)}
          </Fact>
        ))}
        {account.onboarding.length > 0 ? (
          <Fact name={t("Onboarding")}>
            {t("{{done}} of {{all}} done", { done, all: account.onboarding.length })}
            <ul>
              {account.onboarding.map(({ step, done: over }) => (
                <li key={step} className="flex justify-between gap-2 text-soft">
                  {step} <span className="text-faint">{over ? t("done") : t("open")}</span>
                </li>
              ))}
            </ul>
          </Fact>
        ) : null}
        {colleagues.length > 0 ? (
          <Fact name={t("Also there")}>
            {colleagues.map(({ id, name }) => (
              <Link
                key={id}
                href={`/customers/${id}`}
                prefetch={false}
                className="block hover:text-accent pointer-coarse:min-h-11"
                dir="auto"
              >
                {name}
              </Link>
            ))}
          </Fact>
        ) : null}
      </Facts>
    </Box>
  );
}

export function CustomerBilling({ events }: { events: CustomerPage["billing"] }) {
  const t = useT();
  return (
    <Box title={t("Billing")}>
      {events.length === 0 ? (
        <p className="text-soft">{t("No billing events are known.")}</p>
      ) : null}
      <ul className="flex flex-col gap-1">
        {events.map((event) => (
          <li key={event.id} className="flex items-baseline justify-between gap-2">
            <span className="min-w-0 wrap-anywhere">
              <span className={event.kind === "invoice_failed" ? "text-held" : undefined}>
                {billingWords(event.kind, t)}
              </span>{" "}
              {moneyWords(event.amountCents, event.currency, t)}
              {event.detail ? <span className="block text-faint">{event.detail}</span> : null}
            </span>
            <Time at={event.at} className="shrink-0 text-faint" />
          </li>
        ))}
      </ul>
    </Box>
  );
}
