"use client";

import { useState } from "react";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { CustomerRow } from "@/lib/customer/model";
import { useFoundCustomers } from "./queries";

/** Somebody the desk knows, or somebody new. */
export type Caller =
  | { known: Pick<CustomerRow, "id" | "name"> }
  | { known: null; name: string; email: string; telephone: string };

export const NOBODY: Caller = { known: null, name: "", email: "", telephone: "" };

type Props = {
  caller: Caller;
  onCaller: (caller: Caller) => void;
  /** What is wrong with the name, or with the way to reach them. */
  fault: string | undefined;
};

/** Who has called. While a name or an address is typed, those who are known are offered. */
export function CustomerField({ caller, onCaller, fault }: Props) {
  const t = useT();
  if (caller.known) {
    return (
      <div className="flex flex-wrap items-center gap-2">
        <p className="min-w-0 flex-1">
          <span className="font-medium text-soft">{t("Customer:")}</span>{" "}
          <span dir="auto" className="font-semibold wrap-anywhere">
            {caller.known.name}
          </span>
        </p>
        <Button onClick={() => onCaller(NOBODY)}>{t("Somebody else")}</Button>
      </div>
    );
  }
  return <NewCaller caller={caller} onCaller={onCaller} fault={fault} />;
}

type NewProps = Omit<Props, "caller"> & { caller: Extract<Caller, { known: null }> };

function NewCaller({ caller, onCaller, fault }: NewProps) {
  const t = useT();
  const [sought, seek] = useState("");
  const found = useFoundCustomers(sought);
  const change = (part: Partial<typeof caller>) => {
    onCaller({ ...caller, ...part });
    seek(part.email ?? part.name ?? "");
  };
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="sr-only">{t("Customer")}</legend>
      <Field label={t("Customer’s name")} error={fault}>
        {(wiring) => (
          <Input
            {...wiring}
            dir="auto"
            autoComplete="off"
            value={caller.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        )}
      </Field>
      <Known found={found} onCaller={onCaller} />
      <div className="grid gap-2 sm:grid-cols-2">
        <Field label={t("E-mail address")}>
          {(wiring) => (
            <Input
              {...wiring}
              type="email"
              autoComplete="off"
              value={caller.email}
              onChange={(event) => change({ email: event.target.value })}
            />
          )}
        </Field>
        <Field label={t("Telephone")}>
          {(wiring) => (
            <Input
              {...wiring}
              type="tel"
              autoComplete="off"
              value={caller.telephone}
              onChange={(event) => onCaller({ ...caller, telephone: event.target.value })}
            />
          )}
        </Field>
      </div>
    </fieldset>
  );
}

/** Those whom the desk knows by that name or address. */
function Known({ found, onCaller }: { found: CustomerRow[]; onCaller: Props["onCaller"] }) {
  const t = useT();
  if (found.length === 0) return null;
  return (
    <ul aria-label={t("Customers of that name")} className="flex flex-col rounded-md border p-1">
      {found.map(({ id, name, emails, account }) => (
        <li key={id}>
          <button
            type="button"
            onClick={() => onCaller({ known: { id, name } })}
            className="flex min-h-7.5 w-full items-baseline gap-2 rounded-md px-2 py-1 text-left hover:bg-sel pointer-coarse:min-h-11"
          >
            <span className="font-medium wrap-anywhere">{name}</span>
            <span className="min-w-0 truncate text-faint">{emails[0] ?? account.name}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
