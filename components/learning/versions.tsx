"use client";

import { useState } from "react";
import { messageOf } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { rich } from "@/components/i18n/rich";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import type { VersionFigures } from "@/lib/predictor/model";
import { ConfigList } from "./config-list";
import { useAcceptCode, useVersions } from "./queries";
import { Shadow } from "./shadow";
import { VersionList } from "./version-list";
import { casesWords } from "./version-words";

/** Versions of what was learned, what is tried beside it, and the ways back. */
export function Versions({ mayChange }: { mayChange: boolean }) {
  const t = useT();
  const { data, error, refetch } = useVersions();
  if (!data && error) {
    return (
      <ErrorState
        title={t("Versions can't be shown")}
        message={messageOf(error, t)}
        onRetry={() => void refetch()}
      />
    );
  }
  if (!data) {
    return (
      <div role="status" aria-label={t("Loading versions")} className="flex flex-col gap-2">
        <Skeleton className="w-2/3" />
        <Skeleton className="w-1/2" />
      </div>
    );
  }
  return (
    <>
      {data.codeHeld ? <CodeHeld figures={data.codeHeld} mayChange={mayChange} /> : null}
      <h3 className="mb-1 font-medium">{t("In the shadow")}</h3>
      <Shadow view={data} mayChange={mayChange} />
      <h3 className="mt-4 mb-1 font-medium">{t("Configurations")}</h3>
      <ConfigList rows={data.configs} mayChange={mayChange} />
      <h3 className="mt-4 mb-1 font-medium">{t("Kept versions")}</h3>
      <VersionList rows={data.versions} mayChange={mayChange} />
    </>
  );
}

/** The program got worse with its update: nothing goes out on its word until somebody accepts it. */
function CodeHeld({ figures, mayChange }: { figures: VersionFigures; mayChange: boolean }) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const accept = useAcceptCode();
  return (
    <div role="alert" className="mb-4 rounded-lg border border-held bg-held-bg px-3 py-2.5">
      <p>
        {rich(
          t,
          "<b>What the desk has learned sends nothing by itself.</b> Since its update the program {{cases}}: fewer than before. It drafts, and people send, until an admin accepts that.",
          {
            b: (inner) => <b className="font-semibold text-held">{inner}</b>,
            cases: casesWords(figures, t),
          },
        )}
      </p>
      {mayChange ? (
        <Button className="mt-2" busy={accept.isPending} onClick={() => setAsking(true)}>
          {t("Accept the update")}
        </Button>
      ) : null}
      {accept.error ? <p className="mt-2 text-held">{messageOf(accept.error, t)}</p> : null}
      <AlertDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("Accept the update?")}
        description={t(
          "From now on the desk sends by itself again what it is sure enough about, although it gets more corrected tickets wrong than before the update.",
        )}
        confirm={t("Accept")}
        danger
        onConfirm={() => accept.mutate({})}
      />
    </div>
  );
}
