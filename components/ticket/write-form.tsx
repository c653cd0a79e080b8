"use client";

import { type ReactNode, useEffect, useRef } from "react";
import type { ComposedTicket } from "@/components/composer/choices";
import type { FieldHandle } from "@/components/composer/field";
import { RichField } from "@/components/composer/rich-field";
import { isBlank, type Words } from "@/components/composer/words";
import { KeyHint } from "@/components/desk/key-hint";
import { useAriaKey } from "@/components/desk/keys";
import { messageOf, RequestError } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { AssistPlaceProvider } from "@/components/llm/ticket/assist-place";
import { ComposerAssist } from "@/components/llm/ticket/composer-assist";
import { Button } from "@/components/ui/button";
import { OtherWriting } from "./other-writing";
import { SavedLine } from "./saved-line";
import type { SavedWriting } from "./saved-writing";
import { Unfilled } from "./unfilled";

type Sending = {
  words: Words;
  busy: boolean;
  error: Error | null;
  /** What the button says. */
  action: string;
  /** @param resolve the ticket as well */
  send: (resolve: boolean) => void;
  /** Present: there is a second button that resolves, too. */
  resolves?: boolean;
};

type Props = Sending & {
  ticket: ComposedTicket;
  label: string;
  hint: string;
  note?: boolean;
  onWords: (words: Words) => void;
  onLeave?: () => void;
  saved: SavedWriting;
  focus: number;
  /** Above the buttons: what has happened meanwhile. */
  meanwhile?: ReactNode;
  /** Buttons that put something into the field. */
  tools?: (insert: (words: Words) => void) => ReactNode;
};

/** A field with what sends it. Nothing that was typed is lost, whatever the desk answers. */
export function WriteForm(props: Props) {
  const { words, note = false, busy, send, resolves = false, saved, focus } = props;
  const field = useRef<FieldHandle>(null);
  useEffect(() => {
    if (focus > 0) field.current?.focus();
  }, [focus]);
  const submit = (resolve: boolean) => {
    if (!busy && !isBlank(words)) send(resolve);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return false;
    submit(event.shiftKey && resolves);
    return true;
  };
  return (
    <div className={note ? "rounded-b-[9px] bg-note" : undefined}>
      <AssistPlaceProvider value={note ? null : props.ticket.id}>
        <RichField
          ref={field}
          ticket={props.ticket}
          label={props.label}
          hint={props.hint}
          words={words}
          onWords={props.onWords}
          onKey={onKey}
          onLeave={() => {
            props.onLeave?.();
            saved.flush();
          }}
          mentions={note}
        />
      </AssistPlaceProvider>
      <OtherWriting saved={saved} />
      {note ? null : <Unfilled text={words.text} />}
      {props.meanwhile}
      <Refusal error={props.error} action={props.action} onAgain={() => submit(false)} />
      <div className="flex flex-wrap items-center gap-2 px-3 pt-1">
        <SendButtons {...props} submit={submit} />
        {props.tools?.((more) => field.current?.insert(more))}
        {note ? null : (
          <ComposerAssist ticketId={props.ticket.id} words={words} onWords={props.onWords} />
        )}
      </div>
      <SavedLine state={saved.state} />
    </div>
  );
}

type ButtonsProps = Sending & { submit: (resolve: boolean) => void };

function SendButtons({ words, busy, action, resolves = false, submit }: ButtonsProps) {
  const t = useT();
  const blank = isBlank(words);
  const key = useAriaKey("mod+enter");
  const resolveKey = useAriaKey("mod+shift+enter");
  return (
    <>
      <Button
        kind="primary"
        busy={busy}
        disabled={blank}
        aria-keyshortcuts={key}
        onClick={() => submit(false)}
      >
        {action} <KeyHint of="mod+enter" />
      </Button>
      {resolves ? (
        <Button
          busy={busy}
          disabled={blank}
          aria-keyshortcuts={resolveKey}
          onClick={() => submit(true)}
        >
          {t("Send and resolve")} <KeyHint of="mod+shift+enter" />
        </Button>
      ) : null}
    </>
  );
}

type RefusalProps = { error: Error | null; action: string; onAgain: () => void };

function Refusal({ error, action, onAgain }: RefusalProps) {
  const t = useT();
  if (!error) return null;
  const conflict = error instanceof RequestError && error.code === "conflict";
  return (
    <div role="alert" className="flex flex-wrap items-center gap-2 px-3 pt-1.5 pb-1">
      <p className="text-held">
        {messageOf(error, t)}{" "}
        {conflict
          ? t("Your text is kept.")
          : t("Your text is kept; press {{action}} to try again.", { action })}
      </p>
      {conflict ? <Button onClick={onAgain}>{t("Send anyway")}</Button> : null}
    </div>
  );
}
