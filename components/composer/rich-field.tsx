"use client";

import {
  type ComponentType,
  type KeyboardEvent,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from "react";
import { Textarea } from "@/components/ui/textarea";
import type { FieldProps } from "./field";
import { joined } from "./words";

type Rich = ComponentType<FieldProps & { takeFocus: boolean }>;

/** Whoever only passes by on the way to the next ticket does not wait for an editor. Milliseconds. */
const PASSED_BY_MS = 300;

/** Kept after the first time, so that the next ticket has it as soon as it is wanted. */
let loaded: Rich | null = null;

/**
 * A field with formatting. Until that part of the app is here it is a plain one, and what is typed
 * meanwhile stays.
 */
export function RichField(props: FieldProps) {
  const [rich, setRich] = useState<Rich | null>(null);
  const [takeFocus, setTakeFocus] = useState(false);
  const plain = useRef<HTMLTextAreaElement>(null);
  const swap = useRef<() => void>(() => undefined);
  useEffect(() => {
    if (rich) return;
    let gone = false;
    const take = () => {
      const field = plain.current;
      if (gone || !loaded || isBusy(field)) return; // asked again after the next key
      setTakeFocus(field !== null && document.activeElement === field);
      setRich(() => loaded);
    };
    swap.current = take;
    const timer = setTimeout(() => {
      void import("./rich-editor")
        .then(({ RichEditor }) => {
          loaded = RichEditor;
          take();
        })
        // A new version of the app, or no connection: plain words can be sent as well.
        .catch(() => undefined);
    }, PASSED_BY_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [rich]);
  const Editor = rich;
  if (Editor) return <Editor {...props} takeFocus={takeFocus} />;
  return <PlainField {...props} field={plain} onPause={() => swap.current()} />;
}

/** Somebody composes a letter, has marked words, or writes in the middle: the cursor would jump. */
function isBusy(field: HTMLTextAreaElement | null): boolean {
  if (!field || document.activeElement !== field) return false;
  return field.dataset.composing === "yes" || field.selectionStart < field.value.length;
}

type PlainProps = FieldProps & {
  field: React.RefObject<HTMLTextAreaElement | null>;
  onPause: () => void;
};

function PlainField({ field, onPause, ref, words, onWords, ...props }: PlainProps) {
  useImperativeHandle(
    ref,
    () => ({
      focus: () => field.current?.focus(),
      insert: (more) => onWords(joined(words, more)),
    }),
    [field, words, onWords],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (props.onKey(event.nativeEvent)) event.preventDefault();
    else if (event.key === "Escape") field.current?.blur();
  };
  return (
    <>
      <Textarea
        ref={field}
        aria-label={props.label}
        placeholder={props.hint}
        value={words.text}
        onChange={(event) => onWords({ text: event.target.value, html: null })}
        onKeyDown={onKeyDown}
        onKeyUp={onPause}
        onFocus={onPause}
        onCompositionStart={(event) => {
          event.currentTarget.dataset.composing = "yes";
        }}
        onCompositionEnd={(event) => {
          event.currentTarget.dataset.composing = "no";
        }}
        onBlur={() => {
          props.onLeave?.();
          onPause();
        }}
        className="block max-h-[36dvh] border-0 bg-transparent text-base -outline-offset-2"
      />
      <div aria-hidden className="h-7 pointer-coarse:h-11" />
    </>
  );
}
