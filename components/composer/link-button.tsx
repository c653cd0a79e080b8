"use client";

import type { Editor } from "@tiptap/core";
import { Link2 } from "lucide-react";
import { Toolbar as Radix } from "radix-ui";
import { type FormEvent, useState } from "react";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { addressOf } from "./address-of";
import { TOOL } from "./rich-style";

type Props = { editor: Editor; on: boolean };

/** Makes the selected words a link, or takes the link away. */
export function LinkButton({ editor, on }: Props) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Radix.Button aria-label={t("Link")} title={t("Link")} aria-pressed={on} className={TOOL}>
          <Link2 size={15} aria-hidden />
        </Radix.Button>
      </PopoverTrigger>
      <PopoverContent
        aria-label={t("Link")}
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          editor.commands.focus();
        }}
      >
        <LinkForm editor={editor} on={on} onDone={() => setOpen(false)} />
      </PopoverContent>
    </Popover>
  );
}

function LinkForm({ editor, on, onDone }: Props & { onDone: () => void }) {
  const t = useT();
  const before: unknown = editor.getAttributes("link").href;
  const [text, setText] = useState(typeof before === "string" ? before : "");
  const [wrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The form stands inside the page of a ticket, and must not send that.
    event.stopPropagation();
    const href = addressOf(text);
    if (!href) return setWrong(true);
    const chain = editor.chain().focus().extendMarkRange("link");
    if (editor.state.selection.empty && !on) {
      const marks = [{ type: "link", attrs: { href } }];
      chain.insertContent({ type: "text", text: text.trim(), marks }).run();
    } else chain.setLink({ href }).run();
    onDone();
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-2">
      <Field
        label={t("Address")}
        error={wrong ? t("That is no address of the web or of mail.") : undefined}
      >
        {(wiring) => (
          <Input
            {...wiring}
            autoFocus
            value={text}
            placeholder="https://…"
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <div className="flex gap-2">
        <Button type="submit" kind="primary">
          {on ? t("Change link") : t("Add link")}
        </Button>
        {on ? (
          <Button
            onClick={() => {
              editor.chain().focus().extendMarkRange("link").unsetLink().run();
              onDone();
            }}
          >
            {t("Take link away")}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
