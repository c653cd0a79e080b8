"use client";

import { createContext, type ReactNode, useContext } from "react";
import { messageOf } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { rich } from "@/components/i18n/rich";
import { Time } from "@/components/time/time";
import { toast } from "@/components/ui/toast";
import type { SettingChanges } from "@/lib/admin/model";
import type { SettingName } from "@/lib/desk/model";
import { useUndoSetting } from "./queries";

const Changes = createContext<SettingChanges>({});

type Props = { changes: SettingChanges; children: ReactNode };

/** Tells the settings inside who changed each of them last. */
export function ChangesOfSettings({ changes, children }: Props) {
  return <Changes value={changes}>{children}</Changes>;
}

/** Who changed a setting last, with the way back; nothing where nobody has. */
export function ChangedBy({ of }: { of: SettingName }) {
  const t = useT();
  const change = useContext(Changes)[of];
  const undo = useUndoSetting();
  if (!change) return null;
  const { by, at, undoable, eventId } = change;
  return (
    <p className="mt-2 text-faint text-xs">
      {rich(t, "Changed by {{who}} {{at}}.", { who: by ?? t("the desk"), at: <Time at={at} /> })}{" "}
      {undoable ? (
        <button
          type="button"
          disabled={undo.isPending}
          onClick={() =>
            undo.mutate({ eventId }, { onError: (error) => toast.error(messageOf(error, t)) })
          }
          className="text-accent underline underline-offset-2 disabled:opacity-55"
        >
          {t("Put back what it was")}
        </button>
      ) : null}
    </p>
  );
}
