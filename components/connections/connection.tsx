"use client";

import { useState } from "react";
import { useT } from "@/components/i18n/context";
import { rich } from "@/components/i18n/rich";
import { Panel } from "@/components/settings/panel";
import { ShownOnce } from "@/components/settings/shown-once";
import { useTold } from "@/components/settings/use-told";
import { Time } from "@/components/time/time";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { Dialog } from "@/components/ui/dialog";
import type { ConnectionRow } from "@/lib/admin/model";
import { EditConnectionDialog } from "./edit-connection-dialog";
import { Keys } from "./keys";
import { useChangeConnection, useRotateSecret } from "./queries";

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
      <Secret connectionId={connectionId} name={name} />
      {editing ? (
        <EditConnectionDialog connection={connection} onClose={() => setEditing(false)} />
      ) : null}
    </Panel>
  );
}

/** What the connection signs with: made anew after a question, and shown once. */
function Secret({ connectionId, name }: { connectionId: string; name: string }) {
  const t = useT();
  const told = useTold();
  const [asking, setAsking] = useState(false);
  const rotate = useRotateSecret();
  return (
    <>
      <Button
        className="mt-3"
        aria-label={t("New secret for {{name}}", { name })}
        busy={rotate.isPending}
        onClick={() => setAsking(true)}
      >
        {t("New secret")}
      </Button>
      <AlertDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("New secret for {{name}}?", { name })}
        description={t(
          "The old one signs nothing any more, at once: requests that are signed with it are refused until the other system has the new one.",
        )}
        confirm={t("Make a new secret")}
        danger
        onConfirm={() => rotate.mutate({ connectionId }, told)}
      />
      <Dialog
        open={rotate.data !== undefined}
        onOpenChange={(open) => !open && rotate.reset()}
        title={t("Secret of {{name}}", { name })}
      >
        <ShownOnce
          label={t("Signing secret")}
          value={rotate.data?.secret ?? ""}
          hint={t("It is shown now and never again.")}
        />
      </Dialog>
    </>
  );
}
