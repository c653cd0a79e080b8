"use client";

import type { Editor } from "@tiptap/core";
import { EditorContent, useEditor } from "@tiptap/react";
import {
  type RefObject,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { cn } from "@/components/ui/cn";
import { extensionsFor } from "./extensions";
import type { FieldProps } from "./field";
import { RICH } from "./rich-style";
import { SuggestList } from "./suggest-list";
import { Toolbar } from "./toolbar";
import { useSuggest } from "./use-suggest";
import { htmlOf, NO_WORDS, type Words } from "./words";

type Props = FieldProps & {
  /** The plain field that it takes the place of had the focus. */
  takeFocus: boolean;
};

/** The field with formatting. Loaded by itself, because it is large. */
export function RichEditor(props: Props) {
  const listId = useId();
  const { editor, suggest } = useRich(props);
  const { asked, choices, at } = suggest;
  useActive(editor, asked && choices.length > 0 ? { list: listId, at } : null);
  return (
    <>
      <EditorContent editor={editor} />
      <Toolbar editor={editor} />
      {asked ? (
        <SuggestList id={listId} asked={asked} choices={choices} at={at} onAt={suggest.setPlace} />
      ) : null}
    </>
  );
}

function useRich(props: Props) {
  const { words, ref } = props;
  const latest = useLatest(props);
  const made = useRef<Editor | null>(null);
  /** What the editor holds, as it was last told. */
  const told = useRef(words);
  // Made once, as the editor is.
  const [insert] = useState(() => (more: Words) => {
    const chain = made.current?.chain().focus(visited.current ? null : "end");
    chain?.insertContent(htmlOf(more)).run();
  });
  const visited = useRef(props.takeFocus);
  const suggest = useSuggest(props.ticket, insert);
  const { link } = suggest;
  const [initial] = useState(() => ({
    extensions: extensionsFor(link, () => props.hint, props.mentions ?? false),
    content: htmlOf(words),
    attributes: attributesOf(props),
  }));
  const editor = useEditor({
    extensions: initial.extensions,
    content: initial.content,
    immediatelyRender: true,
    shouldRerenderOnTransaction: false,
    injectCSS: false,
    editorProps: {
      attributes: initial.attributes,
      handleKeyDown: (_, event) =>
        link.press(event) || (!link.isOpen() && (latest.current.onKey(event) || leave(event))),
    },
    onUpdate: ({ editor: now }) => {
      told.current = wordsOf(now);
      latest.current.onWords(told.current);
    },
    onFocus: () => {
      visited.current = true;
    },
    onBlur: () => latest.current.onLeave?.(),
  });
  const { takeFocus } = props;
  useLayoutEffect(() => {
    made.current = editor;
    if (!takeFocus || editor.isDestroyed) return;
    // At once: a moment later it would move the cursor of somebody who has gone on.
    editor.commands.setTextSelection(editor.state.doc.content.size);
    editor.view.focus();
  }, [editor, takeFocus]);
  useFollow(editor, words, told);
  useImperativeHandle(
    ref,
    () => ({ focus: () => void editor.commands.focus(visited.current ? null : "end"), insert }),
    [editor, insert],
  );
  return { editor, suggest };
}

/** The editor holds what was changed from elsewhere: taken back, thrown away, or on another browser. */
function useFollow(editor: Editor, words: Words, told: RefObject<Words>): void {
  useEffect(() => {
    const { text, html } = told.current;
    if (words.text === text && words.html === html) return;
    told.current = words;
    editor.commands.setContent(htmlOf(words), { emitUpdate: false });
  }, [words, editor, told]);
}

const FIELD =
  "block max-h-[36dvh] min-h-20 overflow-y-auto whitespace-pre-wrap px-2.5 py-2 -outline-offset-2 " +
  "[&_.is-editor-empty:first-child]:before:pointer-events-none [&_.is-editor-empty:first-child]:before:float-left " +
  "[&_.is-editor-empty:first-child]:before:h-0 [&_.is-editor-empty:first-child]:before:text-faint " +
  "[&_.is-editor-empty:first-child]:before:content-[attr(data-placeholder)]";

const attributesOf = ({ label, hint }: Props) => ({
  role: "textbox",
  "aria-multiline": "true",
  "aria-label": label,
  "aria-placeholder": hint,
  dir: "auto",
  class: cn(RICH, FIELD),
});

function useLatest<T>(value: T) {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}

/** Tells screen readers which line of the list is chosen while the focus stays in the text. */
function useActive(editor: Editor, active: { list: string; at: number } | null): void {
  const { list = "", at = 0 } = active ?? {};
  useEffect(() => {
    if (list === "" || editor.isDestroyed) return; // a page that comes back has no view yet
    const { dom } = editor.view;
    dom.setAttribute("aria-controls", list);
    dom.setAttribute("aria-activedescendant", `${list}-${at}`);
    return () => {
      dom.removeAttribute("aria-controls");
      dom.removeAttribute("aria-activedescendant");
    };
  }, [editor, list, at]);
}

function leave(event: KeyboardEvent): boolean {
  if (event.key !== "Escape") return false;
  if (event.target instanceof HTMLElement) event.target.blur();
  return true;
}

function wordsOf(editor: Editor): Words {
  const text = editor.getText({ blockSeparator: "\n\n" });
  return text.trim() === "" ? NO_WORDS : { text, html: editor.getHTML() };
}
