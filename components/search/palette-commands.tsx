"use client";

import { Command as Cmdk } from "cmdk";
import type { Command } from "@/components/desk/commands";
import { KeyHint } from "@/components/desk/key-hint";
import { KEYS, type Key } from "@/components/desk/key-map";
import { useT } from "@/components/i18n/context";
import { GROUP, PaletteItem } from "./palette-item";
import { fits } from "./search-words";

/** What is nearest to the work stands first. */
const ORDER: readonly Command["group"][] = [
  "AI reply",
  "Ticket",
  "Writing",
  "List",
  "Go to",
  "Desk",
];

type Props = { commands: readonly Command[]; box: string; onRun: (command: Command) => void };

/** What can be done here and now, by where it belongs, each with its key. */
export function CommandGroups({ commands, box, onRun }: Props) {
  const t = useT();
  // The English words find it, too: they stand in handbooks.
  const shown = commands.filter(({ title, group }) =>
    fits(`${t(title, { context: "key" })} ${t(group)} ${title} ${group}`, box),
  );
  return ORDER.map((group) => {
    const own = shown.filter((command) => command.group === group);
    return own.length === 0 ? null : (
      <Cmdk.Group key={group} heading={t(group)} className={GROUP}>
        {own.map((command) => (
          <PaletteItem
            key={command.id}
            value={`command:${command.id}`}
            onChoose={() => onRun(command)}
          >
            <span className="min-w-0 flex-1 truncate">{t(command.title, { context: "key" })}</span>
            <CommandKey id={command.id} />
          </PaletteItem>
        ))}
      </Cmdk.Group>
    );
  });
}

/** A command that a key runs is called after it. */
function CommandKey({ id }: { id: string }) {
  const key = id.replace(/^key:/, "");
  return isKey(key) && key !== id ? <KeyHint of={key} /> : null;
}

const isKey = (key: string): key is Key => key in KEYS;
