import { Extension } from "@tiptap/core";
import Mention from "@tiptap/extension-mention";
import { PluginKey } from "@tiptap/pm/state";
import Suggestion, { type SuggestionOptions } from "@tiptap/suggestion";

/** What `@` or `/` asks for, while somebody types it. */
export type Asked = {
  kind: "person" | "insert";
  query: string;
  /** Where the cursor stands; null: nobody knows. */
  place: DOMRect | null;
  /** Puts a person's name in the place of what was typed. */
  call: (person: { id: string; label: string }) => void;
  /** Takes away what was typed: something else comes in its place. */
  clear: () => void;
};

/** Joins the editor's plugins, which are not React, to the list that is. */
export type Link = {
  show: (asked: Asked | null) => void;
  isOpen: () => boolean;
  /** True when the list took the key. */
  press: (event: KeyboardEvent) => boolean;
};

type Renderer = NonNullable<SuggestionOptions["render"]>;

function renderer(kind: Asked["kind"], link: Link): Renderer {
  return () => {
    const tell: NonNullable<ReturnType<Renderer>["onStart"]> = (props) =>
      link.show({
        kind,
        query: props.query,
        place: props.clientRect?.() ?? null,
        call: props.command,
        clear: () => void props.editor.chain().focus().deleteRange(props.range).run(),
      });
    return {
      onStart: tell,
      onUpdate: tell,
      onKeyDown: ({ event }) => link.press(event),
      onExit: () => link.show(null),
    };
  };
}

/** `@` and a name call a person; kept as `<span data-mention="id">`. */
export const mentionsBy = (link: Link) =>
  Mention.extend({
    parseHTML: () => [{ tag: "span[data-mention]" }],
    addAttributes: () => ({
      id: {
        default: "",
        parseHTML: (element) => element.getAttribute("data-mention"),
        renderHTML: ({ id }) => ({ "data-mention": id }),
      },
      label: {
        default: "",
        parseHTML: (element) => element.textContent?.replace(/^@/, ""),
        renderHTML: () => ({}),
      },
    }),
    renderHTML: ({ node }) => ["span", { "data-mention": node.attrs.id }, `@${node.attrs.label}`],
    renderText: ({ node }) => `@${node.attrs.label}`,
  }).configure({ suggestion: { char: "@", items: () => [], render: renderer("person", link) } });

/** `/` at the start of a line offers macros and knowledge. */
export const insertsBy = (link: Link) =>
  Extension.create({
    name: "inserts",
    addProseMirrorPlugins() {
      return [
        Suggestion({
          editor: this.editor,
          pluginKey: new PluginKey("inserts"),
          char: "/",
          startOfLine: true,
          allowSpaces: true,
          items: () => [],
          render: renderer("insert", link),
        }),
      ];
    },
  });
