"use client";

import { useState } from "react";
import { messageOf } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { Tier } from "@/lib/customer/model";
import type { RuleDraft } from "@/lib/rule/model";
import type { Channel } from "@/lib/ticket/model";
import { channelOptions, tierOptions } from "./fields";
import { useTryRules } from "./queries";
import { TryResult } from "./try-result";

const EMPTY = {
  subject: "",
  text: "",
  channel: "email" as Channel,
  tier: "starter" as Tier,
  account: "",
};

const ON = ["text", "ticket"] as const;
type On = (typeof ON)[number];

/** Tries the rules as they are written, saved or not, on a text or on a ticket. */
export function TryPanel({ rules }: { rules: RuleDraft[] }) {
  const t = useT();
  const [on, setOn] = useState<On>("text");
  const [ticket, setTicket] = useState("");
  const [typed, setTyped] = useState(EMPTY);
  const tried = useTryRules();
  const put = (change: Partial<typeof EMPTY>) => setTyped({ ...typed, ...change });
  const ready = on === "text" ? typed.text.trim() !== "" : ticket.trim() !== "";
  return (
    <section aria-label={t("Try it")} className="flex flex-col gap-4">
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) tried.mutate({ rules, on: on === "text" ? typed : { ticket } });
        }}
      >
        <OnChoice on={on} onChange={setOn} />
        {on === "ticket" ? (
          <Field
            label={t("Ticket number")}
            hint={t("Like 1042. What was known when it was routed counts.")}
          >
            {(wiring) => (
              <Input
                {...wiring}
                inputMode="numeric"
                value={ticket}
                onChange={({ target }) => setTicket(target.value)}
                className="max-w-40"
              />
            )}
          </Field>
        ) : (
          <TextFields typed={typed} onChange={put} />
        )}
        <div className="flex items-center gap-3">
          <Button type="submit" kind="primary" disabled={!ready} busy={tried.isPending}>
            {t("Try it")}
          </Button>
          <span className="text-faint">{t("Nothing is changed.")}</span>
        </div>
      </form>
      {tried.error ? (
        <p role="alert" className="text-held">
          {messageOf(tried.error, t)}
        </p>
      ) : null}
      <div aria-live="polite">{tried.data ? <TryResult tried={tried.data} /> : null}</div>
    </section>
  );
}

/** What to try on: words typed here, or a ticket of the desk. */
function OnChoice({ on, onChange }: { on: On; onChange: (on: On) => void }) {
  const t = useT();
  return (
    <fieldset className="flex flex-wrap gap-x-4">
      <legend className="sr-only">{t("Try on")}</legend>
      {ON.map((kind) => (
        <label
          key={kind}
          className="inline-flex min-h-7 items-center gap-1.5 pointer-coarse:min-h-11"
        >
          <input
            type="radio"
            name="try-on"
            className="accent-accent"
            checked={on === kind}
            onChange={() => onChange(kind)}
          />
          {kind === "text" ? t("A text") : t("A ticket, as it was routed")}
        </label>
      ))}
    </fieldset>
  );
}

type Typed = typeof EMPTY;

function TextFields({
  typed,
  onChange,
}: {
  typed: Typed;
  onChange: (change: Partial<Typed>) => void;
}) {
  const t = useT();
  return (
    <>
      <Field label={t("Subject")}>
        {(wiring) => (
          <Input
            {...wiring}
            value={typed.subject}
            maxLength={998}
            onChange={({ target }) => onChange({ subject: target.value })}
          />
        )}
      </Field>
      <Field label={t("What the customer writes")}>
        {(wiring) => (
          <Textarea
            {...wiring}
            rows={4}
            value={typed.text}
            maxLength={20_000}
            onChange={({ target }) => onChange({ text: target.value })}
          />
        )}
      </Field>
      <div className="flex flex-wrap items-end gap-3">
        <Select
          label={t("Channel")}
          value={typed.channel}
          options={channelOptions(t)}
          // The options are the channels themselves.
          onValueChange={(channel) => onChange({ channel: channel as Channel })}
        />
        <Select
          label={t("Plan")}
          value={typed.tier}
          options={tierOptions(t)}
          // The options are the plans themselves.
          onValueChange={(tier) => onChange({ tier: tier as Tier })}
        />
        <Field label={t("Account")}>
          {(wiring) => (
            <Input
              {...wiring}
              value={typed.account}
              onChange={({ target }) => onChange({ account: target.value })}
            />
          )}
        </Field>
      </div>
    </>
  );
}
