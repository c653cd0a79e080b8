"use client";

import { useState } from "react";
import { useT } from "@/components/i18n/context";
import { useTold } from "@/components/settings/use-told";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import type { PersonRow } from "@/lib/admin/model";
import { useDisablePerson, useEnablePerson, useEndSessions } from "./queries";

/** Signing somebody out, shutting them out, and letting them in again. */
export function PersonAccess({ person }: { person: PersonRow }) {
  const t = useT();
  const told = useTold();
  const [asking, setAsking] = useState(false);
  const end = useEndSessions();
  const disable = useDisablePerson();
  const enable = useEnablePerson();
  const ref = { personId: person.id };
  return (
    <section aria-label={t("Access")} className="flex flex-wrap items-center gap-2 border-t pt-4">
      {person.disabledAt ? (
        <Button busy={enable.isPending} onClick={() => enable.mutate(ref, told)}>
          {t("Let {{name}} in again", { name: person.name })}
        </Button>
      ) : (
        <>
          <p className="w-full text-soft">
            {t("Signed in with {{count}} browsers.", { count: person.sessions })}
          </p>
          <Button
            disabled={person.sessions === 0}
            busy={end.isPending}
            onClick={() => end.mutate(ref, told)}
          >
            {t("Sign out everywhere")}
          </Button>
          <Button kind="danger" busy={disable.isPending} onClick={() => setAsking(true)}>
            {t("Shut out")}
          </Button>
        </>
      )}
      <AlertDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("Shut {{name}} out?", { name: person.name })}
        description={t(
          "They are signed out at once and can't sign in. Their open tickets go back to the teams. What they wrote stays, and you can let them in again.",
        )}
        confirm={t("Shut out")}
        danger
        onConfirm={() => disable.mutate(ref, told)}
      />
    </section>
  );
}
