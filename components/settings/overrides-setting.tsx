"use client";

import { Plus, X } from "lucide-react";
import { useRef, useState } from "react";
import { BandsTrial } from "@/components/bands/bands-trial";
import { useT } from "@/components/i18n/context";
import { CHANNEL_WORDS } from "@/components/ticket/ticket-words";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { type BandOverride, SETTINGS, type Setting } from "@/lib/desk/model";
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
type Props = {
  value: BandOverride[];
  /** The desk's own, in force: a trial takes them along. */
  bands: Setting<"ai.bands">;
  categories: Category[];
};

/** Other bands for a category, a channel, or both together. */
export function OverridesSetting({ value, bands, categories }: Props) {
  const t = useT();
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
      of="ai.bandOverrides"
      title={t("Other bands for some tickets")}
      hint={t("Where a category or a channel needs more care. The more exact one counts.")}
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
              place={at + 1}
              categories={categories}
              onChange={(part) => change(line.key, part)}
              onRemove={() => setLines(lines.filter(({ key }) => key !== line.key))}
            />
          </li>
        ))}
      </ul>
      <Button kind="quiet" className="-ml-2.5 mt-1" onClick={add}>
        <Plus size={14} aria-hidden /> {t("Add other bands")}
      </Button>
      {lines.length > 0 ? (
        <BandsTrial
          label={t("Try other bands on past drafts")}
          setup={next.success ? { bands, overrides: next.data } : null}
        />
      ) : null}
    </SettingFrame>
  );
}

type LineProps = {
  line: Line;
  /** Counted from 1. */
  place: number;
  categories: Category[];
  onChange: (part: Partial<Line>) => void;
  onRemove: () => void;
};

function OverrideLine({ line, place, categories, onChange, onRemove }: LineProps) {
  const t = useT();
  const wrong = bandProblems(line.send, line.flag, t);
  const blank = line.category === ANY && line.channel === ANY;
  return (
    <fieldset className="flex flex-wrap items-end gap-3">
      <legend className="sr-only">{t("Override {{place}}", { place })}</legend>
      <Select
        label={t("Category")}
        value={line.category}
        options={[
          { value: ANY, label: t("Any category") },
          ...categories.map(({ slug, name }) => ({ value: slug, label: name })),
        ]}
        onValueChange={(category) => onChange({ category })}
        className="min-h-8"
      />
      <Select
        label={t("Channel")}
        value={line.channel}
        options={[
          { value: ANY, label: t("Any channel") },
          ...CHANNELS.map((channel) => ({ value: channel, label: t(CHANNEL_WORDS[channel]) })),
        ]}
        onValueChange={(channel) => onChange({ channel })}
        className="min-h-8"
      />
      <NumberField
        label={t("Send from")}
        text={line.send}
        onText={(send) => onChange({ send })}
        problem={wrong.send}
      />
      <NumberField
        label={t("Flag from")}
        text={line.flag}
        onText={(flag) => onChange({ flag })}
        problem={wrong.flag}
      />
      <Button
        kind="quiet"
        size="icon"
        aria-label={t("Remove override {{place}}", { place })}
        onClick={onRemove}
      >
        <X size={15} aria-hidden />
      </Button>
      {blank ? <p className="w-full text-held">{t("Name a category or a channel.")}</p> : null}
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
