"use client";

import { type KeyboardEvent, useRef, useState } from "react";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Snippet } from "@/lib/knowledge/model";
import { useSnippets } from "./queries";
import { quoted, type Words } from "./words";

type Props = { ticketId: string; onWords: (words: Words) => void };

/** Finds what articles and past answers say, and puts it into the reply. */
export function KnowledgeButton({ ticketId, onWords }: Props) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {t("Knowledge")}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        side="wide"
        title={t("Insert from knowledge")}
        description={t("Passages of articles, and answers that may be given to this customer.")}
      >
        {open ? (
          <Search
            ticketId={ticketId}
            onWords={(words) => {
              setOpen(false);
              // After the window has given the focus back.
              setTimeout(() => onWords(words));
            }}
          />
        ) : null}
      </Dialog>
    </>
  );
}

function Search({ ticketId, onWords }: Props) {
  const t = useT();
  const [words, setWords] = useState("");
  const found = useSnippets(ticketId, words);
  const list = useRef<HTMLUListElement>(null);
  const down = (event: KeyboardEvent) => {
    if (event.key !== "ArrowDown") return;
    event.preventDefault();
    list.current?.querySelector("button")?.focus();
  };
  return (
    <div className="flex flex-col gap-3 p-4">
      <Field label={t("Search")} hint={t("Whole words of what it is about")}>
        {(wiring) => (
          <Input
            {...wiring}
            type="search"
            value={words}
            onChange={(event) => setWords(event.target.value)}
            onKeyDown={down}
          />
        )}
      </Field>
      <p role="status" className="text-faint empty:hidden">
        {words.trim().length >= 3 && found?.length === 0 ? t("Nothing says that.") : null}
      </p>
      <ul ref={list} aria-label={t("Found")} className="flex flex-col gap-2" onKeyDown={walk}>
        {(words.trim().length < 3 ? [] : (found ?? [])).map((snippet) => (
          <Found key={snippet.id} snippet={snippet} onWords={onWords} />
        ))}
      </ul>
    </div>
  );
}

function Found({ snippet, onWords }: { snippet: Snippet; onWords: Props["onWords"] }) {
  const t = useT();
  const { kind, title, text } = snippet;
  return (
    <li className="rounded-lg border px-3 py-2.5">
      <p className="flex items-baseline gap-2 font-semibold">
        <span className="min-w-0 flex-1 wrap-anywhere">{title}</span>
        <Chip>{kind === "article" ? t("Article") : t("Past answer")}</Chip>
      </p>
      <p dir="auto" className="mt-1 line-clamp-6 whitespace-pre-wrap text-soft wrap-anywhere">
        {text}
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button
          onClick={() => onWords({ text, html: null })}
          aria-label={t("Insert: {{title}}", { title })}
        >
          {t("Insert")}
        </Button>
        {kind === "article" ? (
          <Button
            kind="quiet"
            onClick={() => onWords(quoted(text, title))}
            aria-label={t("Insert with source: {{title}}", { title })}
          >
            {t("With source")}
          </Button>
        ) : null}
      </div>
    </li>
  );
}

/** Arrow keys go from button to button. */
function walk(event: KeyboardEvent<HTMLUListElement>) {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const buttons = [...event.currentTarget.querySelectorAll("button")];
  const at = buttons.findIndex((button) => button === document.activeElement);
  const next = buttons[at + (event.key === "ArrowDown" ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
