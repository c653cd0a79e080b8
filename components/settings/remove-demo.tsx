"use client";

import { useState } from "react";
import { toast } from "sonner";
import { messageOf } from "@/components/desk/request";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { useRemoveDemoData } from "./queries";

/** Empties a demo desk, after asking. */
export function RemoveDemo() {
  const [asking, setAsking] = useState(false);
  const remove = useRemoveDemoData();
  return (
    <>
      <Button kind="danger" busy={remove.isPending} onClick={() => setAsking(true)}>
        Remove demo data
      </Button>
      <AlertDialog
        open={asking}
        onOpenChange={setAsking}
        title="Remove demo data?"
        description="All demo tickets, customers, articles and people go, and their sign-ins with them. You stay, and so does what real requests have brought. This can't be undone."
        confirm="Remove demo data"
        danger
        onConfirm={() =>
          remove.mutate(undefined, {
            onSuccess: ({ tickets }) => toast.success(`Removed ${tickets} demo tickets.`),
            onError: (error) => toast.error(messageOf(error)),
          })
        }
      />
    </>
  );
}
