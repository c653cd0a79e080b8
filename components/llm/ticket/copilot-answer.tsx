"use client";

import Link from "next/link";
import { Fragment } from "react";
import { useT } from "@/components/i18n/context";
import { goToMessage } from "@/components/ticket/use-unread";
import type { CopilotPart, CopilotSource } from "@/lib/assist/model";

type Shown = Exclude<CopilotPart, { kind: "fault" }>;

/** An answer with the numbers of what it rests on; each number opens its source. */
export function CopilotAnswer({ part }: { part: Shown }) {
  const t = useT();
  const sources = part.kind === "done" ? part.sources : [];
  const bare = part.kind === "done" && part.sentences.length === 0;
  return (
    <div className="flex flex-col gap-1.5">
      <p dir="auto" className="whitespace-pre-wrap leading-relaxed wrap-anywhere">
        {bare ? t("The ticket does not say.") : null}
        {part.sentences.map((sentence, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: sentences are only added at the end
          <Fragment key={at}>
            {at > 0 ? " " : ""}
            <Sentence {...sentence} known={sources} done={part.kind === "done"} />
          </Fragment>
        ))}
      </p>
      {part.kind === "done" && part.unknown.length > 0 ? (
        <p className="text-soft">
          {t("Not known:")} {part.unknown.join("; ")}
        </p>
      ) : null}
      {sources.length > 0 ? (
        <ol aria-label={t("Sources")} className="flex flex-col gap-0.5">
          {sources.map((source, at) => (
            <li key={`${source.title} ${source.quote}`} className="flex gap-1.5 text-faint text-xs">
              <span className="tabular-nums">{at + 1}</span>
              <SourceLink source={source}>
                {`${kindWords(source.kind, t)}${source.title}`}
              </SourceLink>
            </li>
          ))}
        </ol>
      ) : null}
    </div>
  );
}

type SentenceProps = Shown["sentences"][number] & {
  known: readonly CopilotSource[];
  done: boolean;
};

function Sentence({ text, sources, known, done }: SentenceProps) {
  const t = useT();
  if (done && sources.length === 0) {
    return (
      <span
        title={t("No source says this")}
        className="underline decoration-held decoration-wavy underline-offset-3"
      >
        {text}
        <span className="sr-only"> {t("(no source)")}</span>
      </span>
    );
  }
  return (
    <>
      {text}
      {sources.map((number) => {
        const source = known[number - 1];
        return source ? (
          <SourceLink
            key={number}
            source={source}
            label={t("Source {{number}}: {{title}}", { number, title: source.title })}
            className="relative ml-px rounded-sm align-super font-semibold text-2xs leading-none before:absolute before:-inset-x-1 before:-inset-y-2"
          >
            {String(number)}
          </SourceLink>
        ) : null;
      })}
    </>
  );
}

type LinkProps = { source: CopilotSource; label?: string; className?: string; children: string };

/** Leads to where it can be read: a message of this ticket, or another page. */
function SourceLink({ source, label, className, children }: LinkProps) {
  const { messageId, href, quote } = source;
  const looks = `text-left text-accent ${className ?? "underline underline-offset-2"}`;
  if (messageId) {
    return (
      <button
        type="button"
        title={quote}
        aria-label={label}
        className={looks}
        onClick={() => goToMessage(messageId)}
      >
        {children}
      </button>
    );
  }
  if (href) {
    return (
      <Link href={href} prefetch={false} title={quote} aria-label={label} className={looks}>
        {children}
      </Link>
    );
  }
  return (
    <span title={quote} className={className}>
      {children}
    </span>
  );
}

function kindWords(kind: CopilotSource["kind"], t: ReturnType<typeof useT>): string {
  if (kind === "note") return `${t("Note")}: `;
  if (kind === "article") return `${t("Article")}: `;
  if (kind === "ticket") return `${t("Ticket")} `;
  return "";
}
