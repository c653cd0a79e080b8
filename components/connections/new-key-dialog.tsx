"use client";

import { type FormEvent, useState } from "react";
import { useT } from "@/components/i18n/context";
import { Choices } from "@/components/settings/choices";
import { faultsOf } from "@/components/settings/faults";
import { FormEnd } from "@/components/settings/form-dialog";
import { ShownOnce } from "@/components/settings/shown-once";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ConnectionRow } from "@/lib/admin/model";
import type { Scope } from "@/lib/channel/model";
import { useCreateKey } from "./queries";
import { OFFERED_SCOPES, SCOPE_WORDS } from "./scope-words";

type Props = { connection: ConnectionRow; onClose: () => void };

export function NewKeyDialog({ connection, onClose }: Props) {
  const t = useT();
  const create = useCreateKey();
  const [scopes, setScopes] = useState<Scope[]>(["ingest"]);
  const { fields, rest } = faultsOf(create.error, t);
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get("name") ?? "");
    create.mutate({ connectionId: connection.id, name, scopes });
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("New key for {{name}}", { name: connection.name })}
    >
      {create.data ? (
        <div className="flex flex-col gap-3">
          <ShownOnce
            label={t("API key")}
            value={create.data.key}
            hint={t("It is shown now and never again. Send it as: Authorization: Bearer …")}
          />
          <Button kind="primary" className="self-end" onClick={onClose}>
            {t("Done")}
          </Button>
        </div>
      ) : (
        <form onSubmit={submit} noValidate className="flex flex-col gap-3">
          <Field label={t("Name")} hint={t("For you: where it is used.")} error={fields.name}>
            {(wiring) => <Input {...wiring} name="name" autoComplete="off" />}
          </Field>
          <Choices
            legend={t("It may")}
            options={OFFERED_SCOPES.map((scope) => ({
              value: scope,
              label: t(SCOPE_WORDS[scope].label),
              says: t(SCOPE_WORDS[scope].says),
            }))}
            chosen={scopes}
            onChange={setScopes}
          />
          <FormEnd
            rest={fields.scopes ? t("Choose what it may do.") : rest}
            busy={create.isPending}
            words={t("Make the key")}
            onCancel={onClose}
          />
        </form>
      )}
    </Dialog>
  );
}
