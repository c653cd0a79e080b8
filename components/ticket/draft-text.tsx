"use client";

import Link from "next/link";
import { Fragment } from "react";
import { useT } from "@/components/i18n/context";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import type { AttemptView } from "@/lib/review/model";
import { type DraftPiece, draftPieces } from "./draft-pieces";

/** What of a draft its text needs. */
type Drafted = Pick<AttemptView, "draft" | "sentences" | "sources">;

/** The draft, each sentence with the sources it rests on; one without is marked where it stands. */
export function DraftText({ attempt }: { attempt: Drafted }) {
  const t = useT();
  return (
    <p
      dir="auto"
      className="max-w-[66ch] whitespace-pre-wrap wrap-anywhere text-base leading-relaxed"
    >
      {draftPieces(attempt).map((piece) => (
        <Fragment key={piece.key}>
          {piece.unsupported ? (
            <span
              title={t("No source says this")}
              className="underline decoration-held decoration-wavy underline-offset-3"
            >
              {piece.text}
              <span className="sr-only"> {t("(no source)")}</span>
            </span>
          ) : (
            lead(piece)
          )}
          <span className="whitespace-nowrap">
            {piece.unsupported ? null : lastWord(piece)}
            {piece.sources.map((number) => (
              <Citation key={number} attempt={attempt} number={number} />
            ))}
          </span>
        </Fragment>
      ))}
    </p>
  );
}

/** All but the last word, which stays on the line of its numbers. */
function lead({ text, sources }: DraftPiece): string {
  return sources.length > 0
    ? text.slice(0, text.length - lastWord({ text, sources }).length)
    : text;
}

function lastWord({ text, sources }: Pick<DraftPiece, "text" | "sources">): string {
  return sources.length > 0 ? (/\S*$/u.exec(text)?.[0] ?? "") : "";
}

function Citation({ attempt, number }: { attempt: Drafted; number: number }) {
  const t = useT();
  const source = attempt.sources[number - 1];
  if (!source) return null;
  return (
    <Popover>
      <PopoverTrigger
        aria-label={t("Source {{number}}: {{title}}", { number, title: source.title })}
        className="relative ml-px rounded-sm align-super font-semibold text-2xs text-accent leading-none before:absolute before:-inset-x-1 before:-inset-y-2 hover:bg-accent-bg data-[state=open]:bg-accent-bg"
      >
        {number}
      </PopoverTrigger>
      <PopoverContent>
        <p className="font-semibold">
          {number} · {source.title}
        </p>
        <blockquote className="mt-1.5 border-l-2 border-accent pl-2 text-soft wrap-anywhere">
          {source.quote}
        </blockquote>
        <Link
          // A past answer that no article owns has only its own id.
          href={
            source.articleId === source.passageId ? "/answers" : `/articles/${source.articleId}`
          }
          prefetch={false}
          className="mt-2 inline-block text-accent underline underline-offset-2"
        >
          {source.articleId === source.passageId ? t("Open the answers") : t("Open the article")}
        </Link>
      </PopoverContent>
    </Popover>
  );
}
