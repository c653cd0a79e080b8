"use client";

import { type KeyboardEvent, useState } from "react";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { Switch } from "@/components/ui/switch";
import { bindingFrom, bindingOf, isChord, type Key, meaningOf, takenBy } from "./key-map";
import { useActiveKeys, useKeyMap, useKeyName, useKeysOn } from "./keys";

/** Every key that does something here, under what it is about. */
export function KeyList() {
  const t = useT();
  const [on, setOn] = useKeysOn();
  // As it was when the sheet opened: the sheet itself listens to nothing.
  const keys = useActiveKeys();
  const [shown] = useState(keys);
  const groups = [...new Set(shown.map((key) => meaningOf(key).group))];
  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-center justify-between gap-3">
        <span id="single-keys">{t("Single keys, without Ctrl or ⌘")}</span>
        <Switch aria-labelledby="single-keys" checked={on} onCheckedChange={setOn} />
      </div>
      <div className="max-h-[56dvh] overflow-y-auto pr-1">
        {groups.map((group) => (
          <section key={group} aria-label={t(group)}>
            <h3 className="pt-2 pb-1 font-medium text-2xs text-faint">{t(group)}</h3>
            <ul>
              {shown
                .filter((key) => meaningOf(key).group === group)
                .map((key) => (
                  <Line key={key} of={key} on={on} />
                ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}

function Line({ of, on }: { of: Key; on: boolean }) {
  const t = useT();
  const [map, bind] = useKeyMap();
  const name = useKeyName(of);
  const [listening, setListening] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { title: english, also } = meaningOf(of);
  const title = t(english, { context: "key" });
  const binding = bindingOf(map, of);
  const hear = (event: KeyboardEvent) => {
    if (!listening) return;
    if (event.key === "Tab") return setListening(false);
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") return setListening(false);
    const next = bindingFrom(event.nativeEvent);
    if (!next) return;
    const other = takenBy(map, of, next);
    if (other)
      return setProblem(
        t("That key is for “{{title}}”.", { title: t(meaningOf(other).title, { context: "key" }) }),
      );
    bind(of, next);
    setProblem(null);
    setListening(false);
  };
  return (
    <li className="flex min-h-8 flex-wrap items-center gap-2 border-t py-0.5">
      <span className="min-w-0 flex-1">{title}</span>
      {on || isChord(binding) ? <Kbd>{name}</Kbd> : <span className="text-faint">{t("off")}</span>}
      {also?.map((more) => (
        <Kbd key={more}>{more.toUpperCase()}</Kbd>
      ))}
      {binding === of ? null : (
        <Button
          kind="quiet"
          aria-label={t("{{title}}: back to the usual key", { title })}
          onClick={() => bind(of, null)}
        >
          {t("Reset")}
        </Button>
      )}
      <Button
        kind="quiet"
        aria-label={
          listening
            ? t("Press a key for {{title}}", { title })
            : t("Change the key of {{title}}", { title })
        }
        aria-pressed={listening}
        onKeyDown={hear}
        onBlur={() => setListening(false)}
        onClick={() => setListening(true)}
      >
        {listening ? t("Press a key…") : t("Change")}
      </Button>
      <Problem text={problem} />
    </li>
  );
}

function Problem({ text }: { text: string | null }) {
  if (text === null) return null;
  return (
    <p role="alert" className="w-full text-held">
      {text}
    </p>
  );
}
