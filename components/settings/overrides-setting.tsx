"use client";

import { Plus, X } from "lucide-react";
import { useRef, useState } from "react";
import { CHANNEL_WORDS } from "@/components/ticket/ticket-words";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { type BandOverride, SETTINGS } from "@/lib/desk/model";
import { CHANNELS, Channel } from "@/lib/ticket/model";
import { bandProblems } from "./band-problems";
import { NumberField } from "./number-field";
import { toNumber } from "./numbers";
import { useSetBandOverrides } from "./queries";
import { SettingFrame } from "./setting-frame";

/** Stands for "any" in a list: Radix has no empty value. */
const ANY = "-";

type Line = { key: number; category: string; channel: string; send: string; flag: string };
type Category = { slug: string; name: string };
type Props = { value: BandOverride[]; categories: Category[] };

/** Other bands for a category, a channel, or both together. */
export function OverridesSetting({ value, categories }: Props) {
  const save = useSetBandOverrides();
  const keys = useRef(value.length);
  const [lines, setLines] = useState(() => value.map(toLine));
  const next = SETTINGS["ai.bandOverrides"].unwrap().safeParse(lines.map(toOverride));
  const change = (key: number, part: Partial<Line>) =>
    setLines(lines.map((line) => (line.key === key ? { ...line, ...part } : line)));
  const add = () =>
    setLines([
      ...lines,
      { key: keys.current++, category: ANY, channel: ANY, send: "0.9", flag: "0.7" },
    ]);
  return (
    <SettingFrame
      title="Other bands for some tickets"
      hint="Where a category or a channel needs more care. The more exact one counts."
      ready={next.success && JSON.stringify(next.data) !== JSON.stringify(value)}
      busy={save.isPending}
      error={save.error}
      onSave={() => next.success && save.mutate({ overrides: next.data })}
    >
      <ul className="flex flex-col gap-3">
        {lines.map((line, at) => (
          <li key={line.key}>
            <OverrideLine
              line={line}
              name={`Override ${at + 1}`}
              categories={categories}
              onChange={(part) => change(line.key, part)}
              onRemove={() => setLines(lines.filter(({ key }) => key !== line.key))}
            />
          </li>
        ))}
      </ul>
      <Button kind="quiet" className="-ml-2.5 mt-1" onClick={add}>
        <Plus size={14} aria-hidden /> Add other bands
      </Button>
    </SettingFrame>
  );
}

type LineProps = {
  line: Line;
  name: string;
  categories: Category[];
  onChange: (part: Partial<Line>) => void;
  onRemove: () => void;
};

function OverrideLine({ line, name, categories, onChange, onRemove }: LineProps) {
  const wrong = bandProblems(line.send, line.flag);
  const blank = line.category === ANY && line.channel === ANY;
  return (
    <fieldset className="flex flex-wrap items-end gap-3">
      <legend className="sr-only">{name}</legend>
      <Select
        label="Category"
        value={line.category}
        options={[
          { value: ANY, label: "Any category" },
          ...categories.map(({ slug, name: label }) => ({ value: slug, label })),
        ]}
        onValueChange={(category) => onChange({ category })}
        className="min-h-8"
      />
      <Select
        label="Channel"
        value={line.channel}
        options={[
          { value: ANY, label: "Any channel" },
          ...CHANNELS.map((channel) => ({ value: channel, label: CHANNEL_WORDS[channel] })),
        ]}
        onValueChange={(channel) => onChange({ channel })}
        className="min-h-8"
      />
      <NumberField
        label="Send from"
        text={line.send}
        onText={(send) => onChange({ send })}
        problem={wrong.send}
      />
      <NumberField
        label="Flag from"
        text={line.flag}
        onText={(flag) => onChange({ flag })}
        problem={wrong.flag}
      />
      <Button
        kind="quiet"
        size="icon"
        aria-label={`Remove ${name.toLowerCase()}`}
        onClick={onRemove}
      >
        <X size={15} aria-hidden />
      </Button>
      {blank ? <p className="w-full text-held">Name a category or a channel.</p> : null}
    </fieldset>
  );
}

const toLine = (at: BandOverride, key: number): Line => ({
  key,
  category: at.category ?? ANY,
  channel: at.channel ?? ANY,
  send: String(at.send),
  flag: String(at.flag),
});

const toOverride = (line: Line): BandOverride => ({
  category: line.category === ANY ? null : line.category,
  channel: Channel.safeParse(line.channel).data ?? null,
  send: toNumber(line.send),
  flag: toNumber(line.flag),
});
