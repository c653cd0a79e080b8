import { useT } from "@/components/i18n/context";
import { TIER_WORDS } from "@/components/ticket/ticket-words";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { type CustomerPage, TIERS, type Tier } from "@/lib/customer/model";

type Faults = Record<string, string | undefined>;

export function PersonInputs({ customer, faults }: { customer: CustomerPage; faults: Faults }) {
  const t = useT();
  return (
    <>
      <Field label={t("Name")} error={faults.name}>
        {(wiring) => (
          <Input {...wiring} name="name" autoComplete="off" defaultValue={customer.name} />
        )}
      </Field>
      <Field
        label={t("E-mail addresses")}
        hint={t("One on each line. Whoever writes from one of them is this customer.")}
        error={faultOf(faults, "emails")}
      >
        {(wiring) => (
          <Textarea
            {...wiring}
            name="emails"
            rows={2}
            spellCheck={false}
            defaultValue={customer.emails.join("\n")}
          />
        )}
      </Field>
      <Field
        label={t("Telephone numbers")}
        hint={t("One on each line.")}
        error={faultOf(faults, "telephones")}
      >
        {(wiring) => (
          <Textarea
            {...wiring}
            name="telephones"
            rows={2}
            spellCheck={false}
            defaultValue={customer.telephones.join("\n")}
          />
        )}
      </Field>
    </>
  );
}

type AccountProps = {
  account: CustomerPage["account"];
  tier: Tier;
  onTier: (tier: Tier) => void;
  faults: Faults;
};

export function AccountInputs({ account, tier, onTier, faults }: AccountProps) {
  const t = useT();
  return (
    <fieldset className="flex flex-col gap-3 border-t pt-3">
      <legend className="sr-only">{t("Account")}</legend>
      <Field
        label={t("Name of the account")}
        hint={t("Holds for everybody in the account.")}
        error={faultOf(faults, "account.name")}
      >
        {(wiring) => (
          <Input {...wiring} name="account" autoComplete="off" defaultValue={account.name} />
        )}
      </Field>
      <div className="flex flex-col gap-1">
        <span className="font-medium">{t("Tier")}</span>
        <Select
          label={t("Tier")}
          value={tier}
          options={TIERS.map((value) => ({ value, label: t(TIER_WORDS[value]) }))}
          onValueChange={(value) => onTier(value as Tier)} // one of the options, which are tiers
        />
      </div>
      <Field label={t("Seats")} error={faultOf(faults, "account.seats")}>
        {(wiring) => (
          <Input {...wiring} name="seats" type="number" min={0} defaultValue={account.seats} />
        )}
      </Field>
      <Field
        label={t("Trial until")}
        hint={t("Empty: no trial.")}
        error={faultOf(faults, "account.trialUntil")}
      >
        {(wiring) => (
          <Input
            {...wiring}
            name="trialUntil"
            type="date"
            defaultValue={account.trialUntil?.slice(0, 10) ?? ""}
          />
        )}
      </Field>
    </fieldset>
  );
}

/** What is wrong with a field, or with the first of its entries: `emails.2`. */
const faultOf = (faults: Faults, name: string): string | undefined =>
  Object.entries(faults).find(([field]) => field === name || field.startsWith(`${name}.`))?.[1];
