"use client";

import { messageOf } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { Time } from "@/components/time/time";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import type { VersionsView } from "@/lib/backtest/model";
import { ChangesList } from "./changes-list";
import { useRestoreVersion, useVersions } from "./queries";

type Props = { open: boolean; onOpenChange: (open: boolean) => void; dirty: boolean };

/** Every saved state: who, when, what changed, and the way back. */
export function HistoryDialog({ open, onOpenChange, dirty }: Props) {
  const t = useT();
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("History of the rules")}
      description={t("Going back makes a new version: nothing is ever lost.")}
      side="wide"
    >
      <Versions dirty={dirty} onRestored={() => onOpenChange(false)} />
    </Dialog>
  );
}

function Versions({ dirty, onRestored }: { dirty: boolean; onRestored: () => void }) {
  const t = useT();
  const { data, error, isPending, refetch } = useVersions(true);
  const restore = useRestoreVersion();
  if (isPending) return <Skeleton className="m-4 h-40" />;
  if (!data) {
    return (
      <ErrorState
        title={t("The history could not be loaded")}
        message={messageOf(error, t)}
        onRetry={() => void refetch()}
      />
    );
  }
  if (data.versions.length === 0) {
    return (
      <EmptyState title={t("No version yet")}>
        {t("The rules are as the desk began. The first change is kept here, with what was before.")}
      </EmptyState>
    );
  }
  const goBack = (number: number) =>
    restore.mutate(number, {
      onError: (failure) => toast.error(messageOf(failure, t)),
      onSuccess({ version }) {
        toast.success(
          t("The rules are those of version {{number}} again, saved as version {{version}}", {
            number,
            version,
          }),
        );
        onRestored();
      },
    });
  return (
    <ol aria-label={t("Versions")} className="flex flex-col gap-3 p-4">
      {data.versions.map((version, index) => (
        <VersionItem
          key={version.number}
          version={version}
          inForce={index === 0}
          busy={restore.isPending && restore.variables === version.number}
          disabled={dirty || restore.isPending}
          onGoBack={() => goBack(version.number)}
        />
      ))}
      {dirty ? (
        <li className="text-soft">
          {t("Save or discard your changes before you go back to a version.")}
        </li>
      ) : null}
    </ol>
  );
}

type VersionItemProps = {
  version: VersionsView["versions"][number];
  /** The newest one: there is nothing to go back to. */
  inForce: boolean;
  busy: boolean;
  disabled: boolean;
  onGoBack: () => void;
};

/** One saved state, with the way back unless it is in force. */
function VersionItem({ version, inForce, busy, disabled, onGoBack }: VersionItemProps) {
  const t = useT();
  return (
    <li className="rounded-[10px] border p-3">
      <div className="flex items-start justify-between gap-2">
        <p>
          <b className="font-semibold">{t("Version {{number}}", { number: version.number })}</b>{" "}
          {inForce ? <span className="text-auto">{t("in force")}</span> : null}
          <span className="block text-soft">
            {version.by ?? t("The desk")} · <Time at={version.at} />
          </span>
        </p>
        {inForce ? null : (
          <Button busy={busy} disabled={disabled} onClick={onGoBack}>
            {t("Go back to version {{number}}", { number: version.number })}
          </Button>
        )}
      </div>
      {version.comment ? <p className="mt-1 break-words">{version.comment}</p> : null}
      <div className="mt-2">
        <ChangesList
          changes={version.changes}
          label={t("Changes of version {{number}}", { number: version.number })}
        />
      </div>
    </li>
  );
}
