import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { Button } from "./button";
import { cn } from "./cn";

const SIDE = {
  centre: "inset-x-3 top-[12dvh] mx-auto max-h-[76dvh] max-w-md rounded-xl border",
  left: "inset-y-0 left-0 w-[min(280px,88vw)] border-r",
  right: "inset-y-0 right-0 w-[min(340px,92vw)] border-l",
  wide: "inset-y-0 right-0 w-[min(640px,100vw)] border-l",
} as const;

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  /** `left`, `right` and `wide` (right, for reading) make a sheet of the whole height. */
  side?: keyof typeof SIDE;
  /** Keeps the title for screen readers only. */
  titleHidden?: boolean;
  children: ReactNode;
};

/** A window above the page: focus stays inside, Escape closes, focus returns where it was. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  side = "centre",
  titleHidden = false,
  children,
}: Props) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="appear fixed inset-0 z-40 bg-veil" />
        <Radix.Content
          className={cn(
            "appear fixed z-50 flex flex-col overflow-y-auto overscroll-contain bg-panel shadow-float",
            SIDE[side],
          )}
          {...(description ? {} : { "aria-describedby": undefined })}
        >
          <Radix.Title
            className={titleHidden ? "sr-only" : "pt-4 pr-12 pl-4 font-semibold text-lg"}
          >
            {title}
          </Radix.Title>
          {description ? (
            <Radix.Description className="px-4 text-soft">{description}</Radix.Description>
          ) : null}
          <div className={side === "centre" ? "p-4" : "flex-1"}>{children}</div>
          {/* Last, so that the first field gets the focus. */}
          <Radix.Close asChild>
            <Button kind="quiet" size="icon" aria-label="Close" className="absolute top-2 right-2">
              <X size={16} aria-hidden />
            </Button>
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
