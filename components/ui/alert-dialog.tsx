import { AlertDialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { useT } from "@/components/i18n/context";
import { Button } from "./button";

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description: ReactNode;
  /** What will be done, as the button says it: "Remove demo data". */
  confirm: string;
  onConfirm: () => void;
  danger?: boolean;
};

/** Asks before something that can't be undone. */
export function AlertDialog({
  open,
  onOpenChange,
  title,
  description,
  confirm,
  onConfirm,
  danger = false,
}: Props) {
  const t = useT();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="appear fixed inset-0 z-40 bg-veil" />
        <Radix.Content className="appear fixed inset-x-3 top-[20dvh] z-50 mx-auto max-w-md rounded-xl border bg-panel p-4 shadow-float">
          <Radix.Title className="text-lg font-semibold">{title}</Radix.Title>
          <Radix.Description className="mt-1 text-soft">{description}</Radix.Description>
          <div className="mt-4 flex flex-wrap justify-end gap-2">
            <Radix.Cancel asChild>
              <Button>{t("Cancel")}</Button>
            </Radix.Cancel>
            <Radix.Action asChild>
              <Button kind={danger ? "danger" : "primary"} onClick={onConfirm}>
                {confirm}
              </Button>
            </Radix.Action>
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
