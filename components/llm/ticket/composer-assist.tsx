"use client";

import { useEffect, useReducer, useRef, useState } from "react";
import type { Words } from "@/components/composer/words";
import { isBlank, NO_WORDS } from "@/components/composer/words";
import { KeyedButton } from "@/components/desk/keyed-button";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { DraftPart } from "@/lib/assist/model";
import { useParts } from "../use-parts";
import { DraftNotes } from "./draft-notes";
import { mergeDraft, sameWords } from "./merge-draft";
import { useEngine } from "./queries";
import { uncheckedAfter } from "./unchecked";

type Props = {
  ticketId: string;
  words: Words;
  onWords: (words: Words) => void;
};

/** "Draft with AI" beside the buttons of a reply; nothing where no model is switched on. */
export function ComposerAssist(props: Props) {
  const engine = useEngine(props.ticketId);
  return engine?.mode === "on" ? <Assist key={props.ticketId} {...props} /> : null;
}

function Assist({ ticketId, words, onWords }: Props) {
  const t = useT();
  const drafting = useDrafting(ticketId, words, onWords);
  const { state, part, error } = drafting.now;
  const running = state === "running";
  return (
    <>
      {running ? (
        <Button onClick={drafting.stop}>{t("Stop the draft")}</Button>
      ) : (
        <KeyedButton of="w" kind="quiet" onPress={drafting.begin}>
          {t("Draft with AI")}
        </KeyedButton>
      )}
      <div
        aria-live="polite"
        aria-busy={running}
        className="flex basis-full flex-col gap-1.5 text-soft empty:hidden"
      >
        {running ? <Progress beside={drafting.beside} /> : null}
        {drafting.unchecked ? (
          <p className="text-held">
            {t("Not checked: it may hold what the desk takes out of finished drafts.")}
          </p>
        ) : null}
        {state === "stopped" ? <p>{t("Stopped. What was written so far stays.")}</p> : null}
        {part?.kind === "done" && !running ? <DraftNotes done={part} /> : null}
        {part?.kind === "fault" || state === "failed" ? (
          <Fault
            words={part?.kind === "fault" ? part.words : (error ?? "")}
            local={part?.kind === "fault" ? part.local : null}
            onLocal={drafting.insertOwn}
            onAgain={drafting.begin}
          />
        ) : null}
      </div>
    </>
  );
}

/** What has come so far, where it does not stream into the field itself. */
function Progress({ beside }: { beside: string | null }) {
  const t = useT();
  return (
    <>
      <p>
        {beside === null ? t("Writing…") : t("Writing; it goes below your text when it is done.")}
      </p>
      {beside ? (
        <p dir="auto" className="max-h-28 overflow-y-auto whitespace-pre-wrap border-l-2 pl-2">
          {beside}
        </p>
      ) : null}
    </>
  );
}

type FaultProps = {
  words: string;
  /** What the desk's own core would answer; null: nothing. */
  local: string | null;
  onLocal: (text: string) => void;
  onAgain: () => void;
};

/** Why there is no draft of the model, and what can be done about it. */
function Fault({ words, local, onLocal, onAgain }: FaultProps) {
  const t = useT();
  return (
    <p className="flex flex-wrap items-center gap-2">
      <span className="text-held">
        ■ {t.stored(words)} {t("What you typed is kept.")}
      </span>
      {local ? (
        <Button onClick={() => onLocal(local)}>{t("Use the desk's own draft")}</Button>
      ) : null}
      <Button onClick={onAgain}>{t("Try again")}</Button>
    </p>
  );
}

/** Streams into an empty field until a person types there; then, or else, it goes below their text. */
function useDrafting(ticketId: string, words: Words, onWords: (words: Words) => void) {
  const latest = useRef({ words, onWords });
  useEffect(() => {
    latest.current = { words, onWords };
  });
  /** What was last streamed into the field; null: it streams beside it. */
  const streamed = useRef<Words | null>(null);
  const [beside, setBeside] = useState<string | null>(null);
  const [unchecked, step] = useReducer(uncheckedAfter, false);
  const put = (next: Words) => {
    latest.current = { ...latest.current, words: next };
    latest.current.onWords(next);
  };
  const insert = (text: string) => {
    put(mergeDraft(latest.current.words, streamed.current?.text ?? "", text));
    streamed.current = null;
    setBeside(null);
  };
  const show = (text: string) => {
    const into = streamed.current;
    if (beside === null && into && sameWords(latest.current.words, into)) {
      streamed.current = { text, html: null };
      put(streamed.current);
    } else setBeside(text);
  };
  const now = useParts(`/api/tickets/${ticketId}/draft`, DraftPart, {
    onPart(part) {
      step(part.kind);
      if (part.kind === "text") show(part.text);
      else if (part.kind === "done") insert(part.text);
    },
  });
  const begin = () => {
    const empty = isBlank(latest.current.words);
    streamed.current = empty ? NO_WORDS : null;
    setBeside(empty ? null : "");
    step("begin");
    now.run({});
  };
  const stop = () => {
    now.stop();
    step("stop");
    if (beside) insert(beside);
  };
  const insertOwn = (text: string) => {
    insert(text);
    step("own");
  };
  return { now, begin, stop, insertOwn, beside, unchecked };
}
