"use client";

import { useT } from "@/components/i18n/context";
import { Button } from "./button";

type Props = {
  /** What happened. */
  title: string;
  /** What is safe, and what to do. */
  message: string;
  onRetry?: () => void;
};

export function ErrorState({ title, message, onRetry }: Props) {
  const t = useT();
  return (
    <div
      role="alert"
      className="mx-auto flex max-w-sm flex-col items-center gap-1.5 px-6 py-16 text-center"
    >
      <p className="font-semibold text-held">{title}</p>
      <p className="text-soft">{message}</p>
      {onRetry ? (
        <Button className="mt-2" onClick={onRetry}>
          {t("Try again")}
        </Button>
      ) : null}
    </div>
  );
}
