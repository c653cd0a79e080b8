"use client";

import { useState } from "react";
import { messageOf } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { useRemoveDemoData } from "./queries";

/** Empties a demo desk, after asking. */
export function RemoveDemo() {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const remove = useRemoveDemoData();
  return (
    <>
      <Button kind="danger" busy={remove.isPending} onClick={() => setAsking(true)}>
        {t("Remove demo data")}
      </Button>
      <AlertDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("Remove demo data?")}
        description={t(
          "All demo tickets, customers, articles and people go, and their sign-ins with them. You stay, and so does what real requests have brought. This can't be undone.",
        )}
        confirm={t("Remove demo data")}
        danger
        onConfirm={() =>
          remove.mutate(undefined, {
            onSuccess: ({ tickets }) =>
              toast.success(t("Removed {{tickets}} demo tickets.", { tickets })),
            onError: (error) => toast.error(messageOf(error, t)),
          })
        }
      />
    </>
  );
}
