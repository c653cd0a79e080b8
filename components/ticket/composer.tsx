"use client";

import { KeyHint } from "@/components/desk/key-hint";
import { useAriaKey } from "@/components/desk/keys";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import type { TicketView } from "@/lib/inbox/model";
import { NoteForm } from "./note-form";
import { ReplyForm } from "./reply-form";
import type { SavedWriting } from "./saved-writing";

export type Mode = "reply" | "note";

type Props = {
  ticket: TicketView;
  saved: Record<Mode, SavedWriting>;
  mode: Mode;
  onMode: (mode: Mode) => void;
  /** Counts presses of Reply or Note: each puts the cursor into the field. */
  focus: number;
  /** Present when there is a draft to go back to. */
  onClose?: (() => void) | undefined;
  /** What was written is sent or kept. */
  onDone: () => void;
};

/** Where a person writes: a reply to the customer, or a note for the desk. Nothing typed is lost. */
export function Composer({ ticket, saved, mode, onMode, focus, onClose, onDone }: Props) {
  const t = useT();
  const [replyKey, noteKey] = [useAriaKey("r"), useAriaKey("n")];
  return (
    <section
      aria-label={t("Write")}
      className="rounded-[10px] border bg-panel shadow-lift max-sm:rounded-none max-sm:border-x-0"
    >
      <Tabs value={mode} onValueChange={(value) => onMode(value === "note" ? "note" : "reply")}>
        <div className="flex items-center justify-between border-b px-1.5 py-1">
          <TabsList aria-label={t("What to write")}>
            <TabsTrigger value="reply" aria-keyshortcuts={replyKey}>
              {t("Reply")} <KeyHint of="r" />
            </TabsTrigger>
            <TabsTrigger value="note" aria-keyshortcuts={noteKey}>
              {t("Note")} <KeyHint of="n" />
            </TabsTrigger>
          </TabsList>
          {onClose ? (
            <Button kind="quiet" onClick={onClose}>
              {t("Back to the draft")}
            </Button>
          ) : null}
        </div>
        <TabsContent value="reply">
          <ReplyForm ticket={ticket} saved={saved.reply} focus={focus} onDone={onDone} />
        </TabsContent>
        <TabsContent value="note">
          <NoteForm ticket={ticket} saved={saved.note} focus={focus} onDone={onDone} />
        </TabsContent>
      </Tabs>
    </section>
  );
}
