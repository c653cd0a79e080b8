"use client";

import { useState } from "react";
import { useT } from "@/components/i18n/context";
import { useTold } from "@/components/settings/use-told";
import { useClock } from "@/components/time/now";
import { when } from "@/components/time/words";
import { Button } from "@/components/ui/button";
import type { ConnectionRow } from "@/lib/admin/model";
import { LastUsed } from "./last-used";
import { useEndOldSecret, useRotateSecret } from "./queries";
import { RotateDialog } from "./rotate-dialog";

/** What the connection signs with: made anew after a question, and shown once. */
export function Secret({ connection }: { connection: ConnectionRow }) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const rotate = useRotateSecret();
  const { id: connectionId, name, secretUsedAt, oldSecret } = connection;
  const close = () => {
    setAsking(false);
    rotate.reset();
  };
  return (
    <section aria-label={t("Secret of {{name}}", { name })} className="mt-3">
      <h3 className="font-medium">{t("Signing secret")}</h3>
      <div className="flex flex-wrap items-center gap-3 py-2">
        <p className="min-w-48 flex-1 text-soft">
          <LastUsed at={secretUsedAt} />
        </p>
        <Button aria-label={t("New secret for {{name}}", { name })} onClick={() => setAsking(true)}>
          {t("New secret")}
        </Button>
      </div>
      {oldSecret ? <OldSecret of={connection} old={oldSecret} /> : null}
      {asking ? (
        <RotateDialog
          title={t("New secret for {{name}}?", { name })}
          description={t(
            "Requests may be signed with the old one for the overlap that you choose; our replies are signed with both. A secret from before that ends now.",
          )}
          words={t("Make a new secret")}
          label={t("Signing secret")}
          value={rotate.data?.secret}
          busy={rotate.isPending}
          error={rotate.error}
          onRotate={(overlapHours) => rotate.mutate({ connectionId, overlapHours })}
          onClose={close}
        />
      ) : null}
    </section>
  );
}

type OldProps = { of: ConnectionRow; old: NonNullable<ConnectionRow["oldSecret"]> };

/** The secret before, while both are valid. */
function OldSecret({ of: { id: connectionId, name }, old }: OldProps) {
  const t = useT();
  const told = useTold();
  const { now, local } = useClock();
  const end = useEndOldSecret();
  const time = when(new Date(old.until), now, local ? undefined : "UTC", t);
  return (
    <div className="flex flex-wrap items-center gap-3 border-t py-2">
      <p className="min-w-48 flex-1 text-soft">
        {t("The secret before is valid until {{time}}", { time })}, <LastUsed at={old.usedAt} />
      </p>
      <Button
        kind="danger"
        aria-label={t("End the old secret of {{name}}", { name })}
        busy={end.isPending}
        onClick={() => end.mutate({ connectionId }, told)}
      >
        {t("End it now")}
      </Button>
    </div>
  );
}
