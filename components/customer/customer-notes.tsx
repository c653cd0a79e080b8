"use client";

import { messageOf } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { Box } from "./box";
import { NoteForm } from "./note-form";
import { NoteItem } from "./note-item";
import { useAddNote, useCustomerNotes } from "./queries";

/** What the desk knows of a customer, for itself. */
export function CustomerNotesPanel({ id }: { id: string }) {
  const t = useT();
  const { data, error, isPending, refetch } = useCustomerNotes(id);
  const add = useAddNote(id);
  return (
    <Box title={t("Notes")}>
      <p className="mb-2 text-soft">
        {t("For people at the desk only: no customer sees them, and no draft is made of them.")}
      </p>
      <NoteForm
        label={t("New note")}
        submit={t("Add note")}
        error={add.error ? messageOf(add.error, t) : undefined}
        busy={add.isPending}
        onSubmit={(text, done) => add.mutate({ customerId: id, text }, { onSuccess: done })}
      />
      {isPending ? <Skeleton className="mt-3 h-10" /> : null}
      {error && !data ? (
        <ErrorState
          title={t("The notes could not be loaded")}
          message={messageOf(error, t)}
          onRetry={() => void refetch()}
        />
      ) : null}
      {data && data.notes.length > 0 ? (
        <ul aria-label={t("Notes")} className="mt-3 flex flex-col">
          {data.notes.map((note) => (
            <NoteItem key={note.id} customerId={id} note={note} />
          ))}
        </ul>
      ) : null}
    </Box>
  );
}
