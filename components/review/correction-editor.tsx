"use client";

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { KeyHint } from "@/components/desk/key-hint";
import { KeyedButton } from "@/components/desk/keyed-button";
import { ariaKey } from "@/components/desk/keys";
import { useT } from "@/components/i18n/context";
import { MessageText } from "@/components/ticket/message-text";
import { OtherWriting } from "@/components/ticket/other-writing";
import { SavedLine } from "@/components/ticket/saved-line";
import type { SavedWriting } from "@/components/ticket/saved-writing";
import { Unfilled } from "@/components/ticket/unfilled";
import { useCorrection } from "@/components/ticket/use-correction";
import { Button } from "@/components/ui/button";
import { Label } from "@/components/ui/label";
import { Textarea } from "@/components/ui/textarea";
import type { ReviewItem } from "@/lib/review/model";

type Props = {
  item: ReviewItem;
  saved: SavedWriting;
  /** Something was written. */
  onWrite: () => void;
  onClose: () => void;
  onSend: (text: string) => void;
};

/**
 * Better words. Instead of a held draft they are sent as they are written; after a reply that the
 * customer has already got they are a follow-up, which is looked at once more before it leaves.
 */
export function CorrectionEditor({ item, saved, onWrite, onClose, onSend }: Props) {
  const t = useT();
  const flagged = item.attempt.reviewState === "flagged";
  const start = flagged ? "" : (item.approved?.text ?? item.attempt.draft ?? "");
  const { text, write } = useCorrection(`draft.${item.id}`, start);
  const [looking, setLooking] = useState(false);
  const blank = text.trim() === "";
  const next = () => {
    if (blank) return;
    if (flagged && !looking) setLooking(true);
    else onSend(text);
  };
  if (looking) {
    return <Preview item={item} text={text} onSend={next} onBack={() => setLooking(false)} />;
  }
  return (
    <div className="flex max-w-[70ch] flex-col gap-2">
      {flagged ? <Sent text={item.sentText ?? item.attempt.draft ?? ""} /> : null}
      <Label htmlFor="correction">
        {flagged ? t("Follow-up that corrects what was sent") : t("Reply, as it will be sent")}
      </Label>
      <Words
        text={text}
        onText={(words) => {
          write(words);
          onWrite();
        }}
        onLeave={saved.flush}
        onNext={next}
        onClose={onClose}
      />
      <OtherWriting saved={saved} />
      <Unfilled text={text} />
      <div className="flex flex-wrap gap-2">
        <Button
          kind="primary"
          disabled={blank}
          aria-keyshortcuts={ariaKey("mod+enter")}
          onClick={next}
        >
          {flagged ? t("Look at it") : t("Send corrected reply")} <KeyHint of="mod+enter" />
        </Button>
        <Button onClick={onClose}>{t("Keep for later")}</Button>
      </div>
      <SavedLine state={saved.state} />
    </div>
  );
}

function Sent({ text }: { text: string }) {
  const t = useT();
  return (
    <div className="rounded-[10px] border bg-panel px-4 py-3">
      <p className="mb-1 text-faint text-xs">{t("What the customer has got")}</p>
      <MessageText text={text} />
    </div>
  );
}

type WordsProps = {
  text: string;
  onText: (text: string) => void;
  onLeave: () => void;
  onNext: () => void;
  onClose: () => void;
};

function Words({ text, onText, onLeave, onNext, onClose }: WordsProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(field.current.value.length, field.current.value.length);
  }, []);
  const obey = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onNext();
    } else if (event.key === "Escape") {
      event.stopPropagation();
      onClose();
    }
  };
  return (
    <Textarea
      id="correction"
      ref={field}
      value={text}
      onChange={(event) => onText(event.target.value)}
      onKeyDown={obey}
      onBlur={onLeave}
      className="max-h-[50dvh] text-base"
    />
  );
}

type PreviewProps = { item: ReviewItem; text: string; onSend: () => void; onBack: () => void };

/** The follow-up as the customer will read it. */
function Preview({ item, text, onSend, onBack }: PreviewProps) {
  const t = useT();
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-label={t("Follow-up, as it will be sent")}
      className="flex max-w-[70ch] flex-col gap-2 outline-none"
    >
      <p className="font-medium">{t("{{name}} will read this:", { name: item.customer.name })}</p>
      <div className="rounded-[10px] border border-accent bg-panel px-4 py-3">
        <MessageText text={text.trim()} />
      </div>
      <div className="flex flex-wrap gap-2">
        <KeyedButton of="mod+enter" kind="primary" onPress={onSend}>
          {t("Send follow-up")}
        </KeyedButton>
        <KeyedButton of="c" onPress={onBack}>
          {t("Change it")}
        </KeyedButton>
      </div>
    </section>
  );
}
