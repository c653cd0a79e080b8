"use client";

import { type FormEvent, type KeyboardEvent, useId, useRef, useState } from "react";
import { KeyHint } from "@/components/desk/key-hint";
import { useAriaKey, useKey } from "@/components/desk/keys";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/textarea";
import { CopilotPart } from "@/lib/assist/model";
import { useParts } from "../use-parts";
import { CopilotAnswer } from "./copilot-answer";
import { forgetTurns, historyOf, keepTurn, useTurns } from "./copilot-turns";

/** Questions about a ticket with their answers, and a place to ask the next one. */
export function CopilotPanel({ ticketId }: { ticketId: string }) {
  const t = useT();
  const id = useId();
  const turns = useTurns(ticketId);
  const asking = useAsking(ticketId);
  const { question, now } = asking;
  return (
    <section aria-labelledby={id} className="border-b px-4 py-3.5">
      <div className="mb-1.5 flex min-h-6 items-center justify-between">
        <h2 id={id} className="font-medium text-2xs text-faint">
          {t("Ask about this ticket")}
        </h2>
        {turns.length > 0 && now.state !== "running" ? (
          <Button
            kind="quiet"
            className="-mr-2 pointer-fine:min-h-6! pointer-fine:py-0!"
            onClick={() => forgetTurns(ticketId)}
          >
            {t("Clear")}
          </Button>
        ) : null}
      </div>
      {turns.map((turn, at) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: turns are only added at the end
          key={at}
          className="mb-3"
        >
          <p dir="auto" className="mb-1 font-medium wrap-anywhere">
            {turn.question}
          </p>
          <CopilotAnswer part={turn.answer} />
        </div>
      ))}
      <div aria-live="polite" aria-busy={now.state === "running"}>
        {now.state === "idle" ? null : (
          <Growing question={question} now={now} onAgain={() => asking.ask(question)} />
        )}
      </div>
      <AskForm onAsk={asking.ask} busy={now.state === "running"} onStop={now.stop} />
    </section>
  );
}

function useAsking(ticketId: string) {
  const turns = useTurns(ticketId);
  const [question, setQuestion] = useState("");
  const now = useParts(`/api/tickets/${ticketId}/copilot`, CopilotPart, {
    onEnd(part) {
      if (part?.kind !== "done") return;
      keepTurn(ticketId, { question, answer: part });
      now.reset();
    },
  });
  const ask = (next: string) => {
    setQuestion(next);
    const { timeZone: zone } = Intl.DateTimeFormat().resolvedOptions();
    now.run({ question: next, history: historyOf(turns), zone });
  };
  return { question, now, ask };
}

type GrowingProps = {
  question: string;
  now: ReturnType<typeof useAsking>["now"];
  onAgain: () => void;
};

/** The answer that is being written, or why there is none. */
function Growing({ question, now, onAgain }: GrowingProps) {
  const t = useT();
  const { state, part, error } = now;
  const fault = part?.kind === "fault" ? part.words : error;
  return (
    <div className="mb-3">
      <p dir="auto" className="mb-1 font-medium wrap-anywhere">
        {question}
      </p>
      {part && part.kind !== "fault" ? (
        <CopilotAnswer part={part} />
      ) : state === "running" ? (
        <p className="text-soft">{t("Reading the ticket…")}</p>
      ) : null}
      {state === "running" || (state === "ended" && !fault) ? null : (
        <p className="mt-1 flex flex-wrap items-center gap-2 text-held">
          {state === "stopped" ? t("Stopped.") : t.stored(fault ?? "")}
          <Button onClick={onAgain}>{t("Try again")}</Button>
        </p>
      )}
    </div>
  );
}

type FormProps = { onAsk: (question: string) => void; busy: boolean; onStop: () => void };

function AskForm({ onAsk, busy, onStop }: FormProps) {
  const t = useT();
  const [text, setText] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  const aria = useAriaKey("q");
  useKey("q", () => field.current?.focus());
  const ask = () => {
    if (busy || text.trim() === "") return;
    onAsk(text.trim());
    setText("");
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      ask();
    } else if (event.key === "Escape") field.current?.blur();
  };
  return (
    <form onSubmit={submit} className="flex items-end gap-1.5">
      <Textarea
        ref={field}
        rows={1}
        aria-label={t("Question about this ticket")}
        aria-keyshortcuts={aria}
        placeholder={t("What was already tried?")}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        className="max-h-32 min-h-8! py-1! pointer-coarse:min-h-11!"
      />
      {busy ? (
        <Button onClick={onStop}>{t("Stop")}</Button>
      ) : (
        <Button type="submit" disabled={text.trim() === ""}>
          {t("Ask")} <KeyHint of="q" />
        </Button>
      )}
    </form>
  );
}
