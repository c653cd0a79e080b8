"use client";

import type { FormEvent, ReactNode } from "react";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Dialog } from "@/components/ui/dialog";

type EndProps = {
  /** What was refused and belongs to no field. */
  rest: string | null;
  busy: boolean;
  /** There is nothing that could be sent yet. */
  disabled?: boolean;
  /** What the button says; "Save" where unset. */
  words?: string;
  /** Stays in sight under a form that scrolls. */
  sticky?: boolean;
  onCancel: () => void;
};

/** The end of every form in a window: what was refused, and the two ways out. */
export function FormEnd({ rest, busy, disabled, words, sticky, onCancel }: EndProps) {
  const t = useT();
  return (
    <>
      <p role="alert" className="text-held empty:hidden">
        {rest}
      </p>
      <div
        className={cn(
          "flex justify-end gap-2",
          sticky && "sticky bottom-0 -mx-4 -mb-4 border-t bg-panel px-4 py-3",
        )}
      >
        <Button onClick={onCancel}>{t("Cancel")}</Button>
        <Button type="submit" kind="primary" busy={busy} disabled={disabled}>
          {words ?? t("Save")}
        </Button>
      </div>
    </>
  );
}

type Props = Omit<EndProps, "sticky" | "onCancel"> & {
  title: string;
  description?: string;
  /** At the side, over the whole height: for forms that are long. */
  wide?: boolean;
  onClose: () => void;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  children: ReactNode;
};

/** A form in a window of its own. */
export function FormDialog({
  title,
  description,
  wide,
  onClose,
  onSubmit,
  children,
  ...end
}: Props) {
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={description}
      {...(wide && { side: "wide" as const })}
    >
      <form
        onSubmit={onSubmit}
        noValidate
        className={cn("flex flex-col", wide ? "gap-4 p-4" : "gap-3")}
      >
        {children}
        <FormEnd {...end} sticky={wide} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
