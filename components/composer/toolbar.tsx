"use client";

import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { Bold, Code, Italic, List, ListOrdered, SquareCode, TextQuote } from "lucide-react";
import { Toolbar as Radix } from "radix-ui";
import { useT } from "@/components/i18n/context";
import { says } from "@/components/i18n/says";
import { ToneMenu } from "@/components/llm/ticket/tone-menu";
import { LinkButton } from "./link-button";
import { TOOL } from "./rich-style";

const TOOLS = [
  { name: "bold", title: says("Bold"), keys: "Control+B Meta+B", icon: Bold },
  { name: "italic", title: says("Italic"), keys: "Control+I Meta+I", icon: Italic },
  { name: "code", title: says("Code"), keys: "Control+E Meta+E", icon: Code },
  {
    name: "codeBlock",
    title: says("Block of code"),
    keys: "Control+Alt+C Meta+Alt+C",
    icon: SquareCode,
  },
  { name: "bulletList", title: says("List"), keys: "Control+Shift+8 Meta+Shift+8", icon: List },
  {
    name: "orderedList",
    title: says("Numbered list"),
    keys: "Control+Shift+7 Meta+Shift+7",
    icon: ListOrdered,
  },
  {
    name: "blockquote",
    title: says("Quote"),
    keys: "Control+Shift+B Meta+Shift+B",
    icon: TextQuote,
  },
] as const;

type Tool = (typeof TOOLS)[number]["name"];

/** How the words look. Arrow keys walk through it; each has a key in the text as well. */
export function Toolbar({ editor }: { editor: Editor }) {
  const t = useT();
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      ...Object.fromEntries(TOOLS.map(({ name }) => [name, now.isActive(name)])),
      link: now.isActive("link"),
    }),
  }) as Record<Tool | "link", boolean>; // one for each of the tools
  return (
    <Radix.Root
      aria-label={t("Formatting")}
      className="flex items-center gap-0.5 overflow-x-auto px-1.5 max-sm:px-2"
    >
      {TOOLS.map(({ name, title, keys, icon: Icon }) => (
        <Radix.Button
          key={name}
          aria-label={t(title)}
          title={t(title)}
          aria-pressed={on[name]}
          aria-keyshortcuts={keys}
          className={TOOL}
          // Keeps the selection that it is about.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => toggle(editor, name)}
        >
          <Icon size={15} aria-hidden />
        </Radix.Button>
      ))}
      <LinkButton editor={editor} on={on.link} />
      <ToneMenu editor={editor} />
    </Radix.Root>
  );
}

function toggle(editor: Editor, tool: Tool): void {
  const chain = editor.chain().focus();
  const by = {
    bold: () => chain.toggleBold(),
    italic: () => chain.toggleItalic(),
    code: () => chain.toggleCode(),
    codeBlock: () => chain.toggleCodeBlock(),
    bulletList: () => chain.toggleBulletList(),
    orderedList: () => chain.toggleOrderedList(),
    blockquote: () => chain.toggleBlockquote(),
  };
  by[tool]().run();
}
