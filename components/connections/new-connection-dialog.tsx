"use client";

import type { FormEvent } from "react";
import { useT } from "@/components/i18n/context";
import { faultsOf } from "@/components/settings/faults";
import { FormEnd } from "@/components/settings/form-dialog";
import { ShownOnce } from "@/components/settings/shown-once";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ConnectionFields } from "./connection-fields";
import { useCreateConnection } from "./queries";

type Props = { open: boolean; onOpenChange: (open: boolean) => void };

export function NewConnectionDialog({ open, onOpenChange }: Props) {
  const t = useT();
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("New connection")}
      description={t("For one system that sends requests in.")}
    >
      <Form onClose={() => onOpenChange(false)} />
    </Dialog>
  );
}

function Form({ onClose }: { onClose: () => void }) {
  const t = useT();
  const create = useCreateConnection();
  const { fields, rest } = faultsOf(create.error, t);
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string) => String(data.get(name) ?? "").trim();
    create.mutate({
      name: text("name"),
      source: text("source"),
      replyUrl: text("replyUrl") || null,
    });
  }
  if (create.data) {
    return (
      <div className="flex flex-col gap-3">
        <ShownOnce
          label={t("Signing secret")}
          value={create.data.secret}
          hint={t(
            "It is shown now and never again. It signs requests, and our replies, by Standard Webhooks.",
          )}
        />
        <Button kind="primary" className="self-end" onClick={onClose}>
          {t("Done")}
        </Button>
      </div>
    );
  }
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-3">
      <ConnectionFields
        faults={fields}
        values={{ name: "", source: "", replyUrl: "" }}
        withSource
      />
      <FormEnd rest={rest} busy={create.isPending} words={t("Connect")} onCancel={onClose} />
    </form>
  );
}
