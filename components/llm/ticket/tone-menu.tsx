"use client";

import type { Editor } from "@tiptap/core";
import { PenLine } from "lucide-react";
import { Toolbar as Radix } from "radix-ui";
import { useState } from "react";
import { TOOL } from "@/components/composer/rich-style";
import { htmlOfText } from "@/components/composer/words";
import { offerUndo } from "@/components/desk/undo";
import type { T } from "@/components/i18n/catalogue";
import { useT } from "@/components/i18n/context";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { TONES, type Tone } from "@/lib/assist/model";
import { useAssistPlace } from "./assist-place";
import { useEngine } from "./queries";
import { RewriteDialog } from "./rewrite-dialog";
import { toneWords } from "./tone-words";

/** Puts the selected words, or all of them, differently; nothing where no model is switched on. */
export function ToneMenu({ editor }: { editor: Editor }) {
  const ticketId = useAssistPlace();
  return ticketId === null ? null : <OfTicket editor={editor} ticketId={ticketId} />;
}

type Props = { editor: Editor; ticketId: string };

function OfTicket(props: Props) {
  const engine = useEngine(props.ticketId);
  return engine?.mode === "on" ? <Menu {...props} /> : null;
}

type Asked = { tone: Tone; from: number; to: number; text: string };

function Menu({ editor, ticketId }: Props) {
  const t = useT();
  const [asked, setAsked] = useState<Asked | null>(null);
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Radix.Button aria-label={t("Tone")} title={t("Tone")} className={TOOL}>
            <PenLine size={15} aria-hidden />
          </Radix.Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent>
          {TONES.map((tone) => (
            <DropdownMenuItem key={tone} onSelect={() => setAsked(askedOf(editor, tone))}>
              {toneWords(tone, t)}
            </DropdownMenuItem>
          ))}
        </DropdownMenuContent>
      </DropdownMenu>
      {asked ? (
        <RewriteDialog
          ticketId={ticketId}
          tone={asked.tone}
          text={asked.text}
          onClose={() => setAsked(null)}
          onUse={(text) => {
            setAsked(null);
            // After the window has given the focus back.
            setTimeout(() => replace(editor, asked, text, t));
          }}
        />
      ) : null}
    </>
  );
}

/** What is selected; with nothing selected, everything. Null: there are no words. */
function askedOf(editor: Editor, tone: Tone): Asked | null {
  const { selection, doc } = editor.state;
  const [from, to] = selection.empty ? [0, doc.content.size] : [selection.from, selection.to];
  const text = doc.textBetween(from, to, "\n\n", "\n");
  return text.trim() === "" ? null : { tone, from, to, text };
}

/** In the place of the words that were asked about, while they still stand there; else below. */
function replace(editor: Editor, { from, to, text: before }: Asked, text: string, t: T): void {
  const { doc } = editor.state;
  const { size } = doc.content;
  const still = to <= size && doc.textBetween(from, to, "\n\n", "\n") === before;
  const html = editor.getHTML();
  if (!still) editor.commands.insertContentAt(size, htmlOfText(text));
  else if (from === 0 && to === size) {
    editor.commands.setContent(htmlOfText(text), { emitUpdate: true });
  } else editor.commands.insertContentAt({ from, to }, within(text));
  editor.commands.focus();
  const after = editor.getHTML();
  offerUndo({
    key: "tone",
    text: t("Text rewritten"),
    after: "",
    run: async () => {
      if (editor.getHTML() === after) editor.commands.setContent(html, { emitUpdate: true });
      else editor.commands.undo(); // written on since: step by step
    },
  });
}

/** Within a paragraph plain words; more than one as paragraphs. */
const within = (text: string) => (text.includes("\n") ? htmlOfText(text) : { type: "text", text });
