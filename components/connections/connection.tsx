"use client";

import { useState } from "react";
import { useT } from "@/components/i18n/context";
import { rich } from "@/components/i18n/rich";
import { Panel } from "@/components/settings/panel";
import { useTold } from "@/components/settings/use-told";
import { Time } from "@/components/time/time";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import type { ConnectionRow } from "@/lib/admin/model";
import { EditConnectionDialog } from "./edit-connection-dialog";
import { Keys } from "./keys";
import { useChangeConnection } from "./queries";
import { Secret } from "./secret";

export function Connection({ connection }: { connection: ConnectionRow }) {
  const t = useT();
  const told = useTold();
  const [editing, setEditing] = useState(false);
  const change = useChangeConnection();
  const { id: connectionId, name, source, replyUrl, publicId, disabledAt } = connection;
  return (
    <Panel
      title={name}
      says={
        <>
          {rich(t, "Shown on tickets as {{source}}. Made {{time}}.", {
            source,
            time: <Time at={connection.createdAt} />,
          })}{" "}
          {disabledAt ? <Chip tone="held">{t("switched off")}</Chip> : null}
        </>
      }
      action={
        <div className="flex flex-wrap justify-end gap-2">
          <Button aria-label={t("Change {{name}}", { name })} onClick={() => setEditing(true)}>
            {t("Change")}
          </Button>
          <Button
            aria-label={
              disabledAt ? t("Switch on {{name}}", { name }) : t("Switch off {{name}}", { name })
            }
            busy={change.isPending}
            onClick={() => change.mutate({ connectionId, disabled: !disabledAt }, told)}
          >
            {disabledAt ? t("Switch on") : t("Switch off")}
          </Button>
        </div>
      }
    >
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        <dt className="text-soft">{t("Name in the header")}</dt>
        <dd className="font-mono text-xs wrap-anywhere">{publicId}</dd>
        <dt className="text-soft">{t("Replies are posted to")}</dt>
        <dd className="wrap-anywhere">{replyUrl ?? t("nowhere; the system fetches them")}</dd>
      </dl>
      <Keys connection={connection} />
      <Secret connection={connection} />
      {editing ? (
        <EditConnectionDialog connection={connection} onClose={() => setEditing(false)} />
      ) : null}
    </Panel>
  );
}
