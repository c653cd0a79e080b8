"use client";

import { CircleHelp } from "lucide-react";
import { useT } from "@/components/i18n/context";
import { says } from "@/components/i18n/says";
import { Button } from "@/components/ui/button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";

const QUESTIONS = says({ category: "Why this category?", intent: "Why this intent?" });

type Props = {
  /** What the value stands for. */
  of: keyof typeof QUESTIONS;
  because: readonly string[];
};

/** Where a label came from: learned from which tickets, read from words, or set by whom. */
export function LabelWhy({ of, because }: Props) {
  const t = useT();
  const why = t(QUESTIONS[of]);
  const reasons = because.map(t.stored);
  return (
    <Popover>
      <PopoverTrigger asChild>
        <Button
          kind="quiet"
          size="icon"
          className="pointer-fine:size-7"
          aria-label={why}
          title={reasons[0]}
        >
          <CircleHelp size={14} aria-hidden />
        </Button>
      </PopoverTrigger>
      <PopoverContent align="end" aria-label={why} className="w-72">
        <ul className="flex flex-col gap-1">
          {reasons.map((words, at) => (
            <li key={words} className={at === 0 ? "font-medium" : "text-soft"}>
              {words}
            </li>
          ))}
        </ul>
      </PopoverContent>
    </Popover>
  );
}
