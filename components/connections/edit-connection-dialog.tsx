"use client";

import type { FormEvent } from "react";
import { useT } from "@/components/i18n/context";
import { faultsOf } from "@/components/settings/faults";
import { FormDialog } from "@/components/settings/form-dialog";
import type { ConnectionRow } from "@/lib/admin/model";
import { ConnectionFields } from "./connection-fields";
import { useChangeConnection } from "./queries";

type Props = { connection: ConnectionRow; onClose: () => void };

export function EditConnectionDialog({ connection, onClose }: Props) {
  const t = useT();
  const change = useChangeConnection();
  const { fields, rest } = faultsOf(change.error, t);
  const { id: connectionId, name, source, replyUrl } = connection;
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (field: string) => String(data.get(field) ?? "").trim();
    change.mutate(
      { connectionId, name: text("name"), replyUrl: text("replyUrl") || null },
      { onSuccess: onClose },
    );
  }
  return (
    <FormDialog
      title={t("Change {{name}}", { name })}
      onClose={onClose}
      onSubmit={submit}
      rest={rest}
      busy={change.isPending}
    >
      <ConnectionFields faults={fields} values={{ name, source, replyUrl: replyUrl ?? "" }} />
    </FormDialog>
  );
}
