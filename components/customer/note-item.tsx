"use client";

import { useState } from "react";
import { messageOf } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { Time } from "@/components/time/time";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import type { CustomerNote } from "@/lib/customer/model";
import { NoteForm } from "./note-form";
import { useEditNote, useRemoveNote } from "./queries";

type Props = { customerId: string; note: CustomerNote };

/** One note; whoever wrote it may change and remove it. */
export function NoteItem({ customerId, note }: Props) {
  const t = useT();
  const [writing, setWriting] = useState(false);
  const [asking, setAsking] = useState(false);
  const edit = useEditNote(customerId);
  const remove = useRemoveNote(customerId);
  return (
    <li className="border-t py-2">
      <div className="flex items-center gap-2 text-faint text-xs">
        <span className="flex-1">
          {note.mine ? t("You") : (note.author ?? t("Somebody who has left"))} ·{" "}
          <Time at={note.createdAt} />
          {note.updatedAt === note.createdAt ? null : `, ${t("changed")}`}
        </span>
        {note.mine && !writing ? (
          <>
            <Button kind="quiet" onClick={() => setWriting(true)}>
              {t("Change")}
            </Button>
            <Button kind="quiet" onClick={() => setAsking(true)}>
              {t("Remove")}
            </Button>
          </>
        ) : null}
      </div>
      {writing ? (
        <NoteForm
          label={t("Note")}
          submit={t("Save note")}
          start={note.text}
          error={edit.error ? messageOf(edit.error, t) : undefined}
          busy={edit.isPending}
          onSubmit={(text) =>
            edit.mutate(
              { noteId: note.id, text, expected: note.updatedAt },
              { onSuccess: () => setWriting(false) },
            )
          }
          onCancel={() => {
            edit.reset();
            setWriting(false);
          }}
        />
      ) : (
        <p className="whitespace-pre-wrap wrap-anywhere" dir="auto">
          {note.text}
        </p>
      )}
      <AlertDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("Remove this note?")}
        description={t("Nobody at the desk will see it any more.")}
        confirm={t("Remove note")}
        danger
        onConfirm={() => remove.mutate({ noteId: note.id })}
      />
    </li>
  );
}
