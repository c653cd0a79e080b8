import { ChevronDown } from "lucide-react";
import Link from "next/link";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import type { AnswerRow } from "@/lib/insights/model";
import { type Asking, beginningOf } from "./answer-words";
import { useRetireAnswer } from "./queries";

type Props = { answer: AnswerRow; onAsk: (asking: Asking) => void };

/** What else can be done with an answer. */
export function AnswerMenu({ answer: { id: answerId, state, text }, onAsk }: Props) {
  const t = useT();
  const retire = useRetireAnswer();
  const inUse = state !== "retired";
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button
          aria-label={t("More for: {{text}}", { text: beginningOf(text) })}
          busy={retire.isPending}
        >
          {t("More")}
          <ChevronDown size={13} aria-hidden />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start">
        <DropdownMenuItem onSelect={() => onAsk("merge")}>{t("Merge into…")}</DropdownMenuItem>
        {inUse ? (
          <DropdownMenuItem onSelect={() => onAsk("owner")}>
            {t("Belongs to article…")}
          </DropdownMenuItem>
        ) : null}
        <DropdownMenuItem asChild>
          <Link href={`/articles/new?answer=${answerId}`} prefetch={false}>
            {t("Make an article of it")}
          </Link>
        </DropdownMenuItem>
        {inUse ? (
          <>
            <DropdownMenuSeparator />
            <DropdownMenuItem onSelect={() => retire.mutate({ answerId })}>
              {t("Retire")}
            </DropdownMenuItem>
          </>
        ) : null}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
