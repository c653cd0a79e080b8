"use client";

import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import { type ReactNode, useRef } from "react";
import { useT } from "@/components/i18n/context";
import { Button } from "./button";
import { cn } from "./cn";

const SIDE = {
  centre: "inset-x-3 top-[12dvh] mx-auto max-h-[76dvh] max-w-md rounded-xl border",
  left: "inset-y-0 left-0 w-[min(280px,88vw)] border-r",
  right: "inset-y-0 right-0 w-[min(340px,92vw)] border-l",
  bottom:
    "inset-x-0 bottom-0 mx-auto max-h-[80dvh] max-w-md rounded-t-xl border pb-[env(safe-area-inset-bottom)]",
  wide: "inset-y-0 right-0 w-[min(640px,100vw)] border-l",
} as const;

export type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  /** `left`, `right` and `wide` (right, for reading) are as high as the screen; `bottom` is near the thumb. */
  side?: keyof typeof SIDE;
  /** Keeps the title for screen readers only. */
  titleHidden?: boolean;
  children: ReactNode;
};

/** The window itself, with what keeps the focus inside. */
export function Window({
  open,
  onOpenChange,
  title,
  description,
  side = "centre",
  titleHidden = false,
  children,
}: DialogProps) {
  const t = useT();
  const opener = useRef<Element | null>(null);
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
          onOpenAutoFocus={() => {
            opener.current = document.activeElement;
          }}
          // By itself it would give the focus only to a trigger of its own kind.
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (opener.current instanceof HTMLElement) opener.current.focus();
          }}
        >
          <Radix.Title
            className={titleHidden ? "sr-only" : "pt-4 pr-12 pl-4 font-semibold text-lg"}
          >
            {title}
          </Radix.Title>
          {description ? (
            <Radix.Description className="px-4 text-soft">{description}</Radix.Description>
          ) : null}
          <div className={side === "centre" || side === "bottom" ? "p-4" : "flex-1"}>
            {children}
          </div>
          {/* Last, so that the first field gets the focus. */}
          <Radix.Close asChild>
            <Button
              kind="quiet"
              size="icon"
              aria-label={t("Close")}
              className="absolute top-2 right-2"
            >
              <X size={16} aria-hidden />
            </Button>
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
