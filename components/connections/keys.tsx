"use client";

import { useState } from "react";
import { useT } from "@/components/i18n/context";
import { rich } from "@/components/i18n/rich";
import { useTold } from "@/components/settings/use-told";
import { useClock } from "@/components/time/now";
import { Time } from "@/components/time/time";
import { when } from "@/components/time/words";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import type { ApiKeyRow, ConnectionRow } from "@/lib/admin/model";
import { LastUsed } from "./last-used";
import { NewKeyDialog } from "./new-key-dialog";
import { useRevokeKey, useRotateKey } from "./queries";
import { RotateDialog } from "./rotate-dialog";
import { SCOPE_WORDS } from "./scope-words";

/** The keys of a connection; revoked ones behind a click. */
export function Keys({ connection }: { connection: ConnectionRow }) {
  const t = useT();
  const [making, setMaking] = useState(false);
  const [all, setAll] = useState(false);
  /** Kept here: a key that ends at once leaves the list while its successor is shown. */
  const [rotating, setRotating] = useState<ApiKeyRow | null>(null);
  const live = connection.keys.filter(({ revokedAt }) => revokedAt === null);
  const shown = all ? connection.keys : live;
  const hidden = connection.keys.length - live.length;
  return (
    <div className="mt-3">
      <h3 className="font-medium">{t("Keys")}</h3>
      {live.length === 0 ? <p className="text-soft">{t("No key is in use.")}</p> : null}
      <ul aria-label={t("Keys of {{name}}", { name: connection.name })}>
        {shown.map((key) => (
          <Key key={key.id} of={key} onRotate={() => setRotating(key)} />
        ))}
      </ul>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button
          aria-label={t("New key for {{name}}", { name: connection.name })}
          onClick={() => setMaking(true)}
        >
          {t("New key")}
        </Button>
        {hidden > 0 ? (
          <Button kind="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t("Hide revoked keys") : t("Show {{hidden}} revoked", { hidden })}
          </Button>
        ) : null}
      </div>
      {rotating ? <Rotation of={rotating} onClose={() => setRotating(null)} /> : null}
      {making ? <NewKeyDialog connection={connection} onClose={() => setMaking(false)} /> : null}
    </div>
  );
}

function Key({ of: key, onRotate }: { of: ApiKeyRow; onRotate: () => void }) {
  const t = useT();
  const told = useTold();
  const [asking, setAsking] = useState(false);
  const revoke = useRevokeKey();
  const ref = { apiKeyId: key.id };
  return (
    <li
      aria-label={key.name}
      className="flex flex-wrap items-center gap-3 border-t py-2 first:border-t-0"
    >
      <KeyFacts of={key} />
      {key.revokedAt ? (
        <span className="text-faint">
          <Time at={key.revokedAt} prefix={t("revoked")} />
        </span>
      ) : (
        <div className="flex gap-2">
          <Button aria-label={t("Rotate {{name}}", { name: key.name })} onClick={onRotate}>
            {t("Rotate")}
          </Button>
          <Button
            kind="danger"
            aria-label={t("Revoke {{name}}", { name: key.name })}
            onClick={() => setAsking(true)}
          >
            {t("Revoke")}
          </Button>
        </div>
      )}
      <AlertDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("Revoke {{name}}?", { name: key.name })}
        description={t(
          "It opens nothing any more, from the next request on. This can't be undone.",
        )}
        confirm={t("Revoke key")}
        danger
        onConfirm={() => revoke.mutate(ref, told)}
      />
    </li>
  );
}

/** A key in place of another. */
function Rotation({ of: { id: apiKeyId, name }, onClose }: { of: ApiKeyRow; onClose: () => void }) {
  const t = useT();
  const rotate = useRotateKey();
  return (
    <RotateDialog
      title={t("New key in place of {{name}}", { name })}
      description={t("The old one works beside it for the overlap that you choose.")}
      words={t("Make the key")}
      label={t("API key")}
      value={rotate.data?.key}
      busy={rotate.isPending}
      error={rotate.error}
      onRotate={(overlapHours) => rotate.mutate({ apiKeyId, overlapHours })}
      onClose={onClose}
    />
  );
}

/** Its name, what it may do, and when it was made and used. */
function KeyFacts({ of: key }: { of: ApiKeyRow }) {
  const t = useT();
  const made = <Time at={key.createdAt} prefix={t("made")} />;
  return (
    <div className="min-w-48 flex-1">
      <p className="flex flex-wrap items-center gap-2">
        <span className={key.revokedAt ? "text-faint line-through" : "font-medium"}>
          {key.name}
        </span>
        {key.scopes.map((scope) => (
          <Chip key={scope}>{t(SCOPE_WORDS[scope].label)}</Chip>
        ))}
      </p>
      <p className="text-soft">
        {key.by ? rich(t, "{{made}} by {{name}}", { made, name: key.by }) : made}, <Used of={key} />
      </p>
    </div>
  );
}

function Used({ of: { lastUsedAt, replaced, endsAt } }: { of: ApiKeyRow }) {
  const t = useT();
  const { now, local } = useClock();
  const time = endsAt && when(new Date(endsAt), now, local ? undefined : "UTC", t);
  return (
    <>
      <LastUsed at={lastUsedAt} />
      {replaced ? `, ${t("replaced by a newer key")}` : ""}
      {time ? `, ${t("valid until {{time}}", { time })}` : ""}
    </>
  );
}
