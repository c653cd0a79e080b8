"use client";

import { createPortal } from "react-dom";
import type { T } from "@/components/i18n/catalogue";
import { useT } from "@/components/i18n/context";
import { cn } from "@/components/ui/cn";
import type { Choice } from "./choices";
import type { Asked } from "./suggest";

type Props = {
  id: string;
  asked: Asked;
  choices: readonly Choice[];
  /** Place of the chosen line. */
  at: number;
  onAt: (at: number) => void;
};

/** Pixels: the list stands above the cursor where there is more room than this below. */
const ROOM = 260;
const GAP = 6;
const WIDTH = 340;

/** The list under `@` or `/`. The focus stays in the text; the arrows walk through the list. */
export function SuggestList({ id, asked, choices, at, onAt }: Props) {
  const t = useT();
  if (!asked.place) return null;
  const insert = asked.kind === "insert";
  return createPortal(
    <div
      style={placed(asked.place)}
      className="appear fixed z-50 w-85 max-w-[calc(100vw-24px)] rounded-lg border bg-panel text-ink shadow-float"
    >
      <div
        id={id}
        role="listbox"
        aria-label={insert ? t("Insert") : t("People")}
        className="max-h-60 overflow-y-auto p-1"
      >
        {choices.map((choice, index) => (
          <div key={choice.id}>
            {choice.group !== choices[index - 1]?.group ? (
              <p aria-hidden className="px-2 pt-1.5 pb-0.5 font-medium text-faint text-xs">
                {t(choice.group)}
              </p>
            ) : null}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the text, which has the focus */}
            <div
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              className={cn(
                "flex min-h-7.5 flex-col justify-center rounded-md px-2 py-1 pointer-coarse:min-h-11",
                index === at && "bg-sel",
              )}
              onPointerMove={() => onAt(index)}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choice.take(false)}
            >
              <span className="truncate">{choice.title}</span>
              {choice.detail ? (
                <span className="line-clamp-1 text-faint text-xs">{choice.detail}</span>
              ) : null}
            </div>
          </div>
        ))}
      </div>
      <p className="border-t px-3 py-1 text-faint text-xs">
        {choices.length === 0 ? nothing(asked, t) : null}
        {choices.length > 0 && insert ? t("Enter inserts · Shift+Enter with its source") : null}
        {choices.length > 0 && !insert ? t("Enter calls them") : null}
      </p>
    </div>,
    document.body,
  );
}

function nothing({ kind, query }: Asked, t: T): string {
  if (kind === "person") return t("Nobody of that name");
  return query.trim().length < 3 ? t("Type what to search for") : t("Nothing says that");
}

function placed(place: DOMRect) {
  const left = Math.max(12, Math.min(place.left, window.innerWidth - WIDTH - 12));
  const below = window.innerHeight - place.bottom > ROOM;
  return below
    ? { left, top: place.bottom + GAP }
    : { left, bottom: window.innerHeight - place.top + GAP };
}
