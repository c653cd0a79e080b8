"use client";

import { setAddress, useAddress } from "@/components/desk/address";
import { useTeams } from "@/components/desk/queries";
import { useT } from "@/components/i18n/context";
import { says } from "@/components/i18n/says";
import { CHANNEL_WORDS } from "@/components/ticket/ticket-words";
import { Select } from "@/components/ui/select";
import { REVIEW_KINDS, type ReviewList, type ReviewQuery } from "@/lib/review/model";
import { CHANNELS } from "@/lib/ticket/model";
import { type FilterName, withFilter } from "./filters";
import { KIND_WORDS } from "./review-words";
import { useCategories } from "./use-categories";

/** Stands for "no filter" in a list: Radix has no empty value. */
const ALL = "-";

/** Ranges of confidence that people ask for: the bands, and the halves of what is held. */
const RANGES = says({
  "0-0.3": "under 0.30",
  "0.3-0.6": "0.30 to 0.60",
  "0.6-0.85": "0.60 to 0.85",
  "0.85-1": "0.85 and more",
});

type Props = { query: ReviewQuery; counts: ReviewList["counts"] | undefined };

/** What of the queue is shown. It stands in the address, so that it can be kept and sent. */
export function ReviewFilters({ query, counts }: Props) {
  const t = useT();
  const { set, setRange } = useSetFilter();
  const categories = useCategories();
  const teams = useTeams() ?? [];
  return (
    <fieldset
      aria-label={t("Filters")}
      className="flex min-w-0 flex-wrap gap-1 border-b px-2.5 py-2"
    >
      <KindFilter kind={query.kind} counts={counts} onChoose={set("kind")} />
      <Filter
        label={t("Category")}
        all={t("All categories")}
        value={query.category}
        options={categories.map(({ slug, name }) => ({ value: slug, label: name }))}
        onChoose={set("category")}
      />
      <Filter
        label={t("Channel")}
        all={t("All channels")}
        value={query.channel}
        options={CHANNELS.map((value) => ({ value, label: t(CHANNEL_WORDS[value]) }))}
        onChoose={set("channel")}
      />
      <Filter
        label={t("Team")}
        all={t("All teams")}
        value={query.team}
        options={teams.map(({ id, name }) => ({ value: id, label: name }))}
        onChoose={set("team")}
      />
      <Filter
        label={t("Confidence")}
        all={t("Any confidence")}
        value={query.from === undefined ? undefined : `${query.from}-${query.to ?? 1}`}
        options={Object.entries(RANGES).map(([value, label]) => ({ value, label: t(label) }))}
        onChoose={setRange}
      />
      <Filter
        label={t("Whose tickets")}
        all={t("Everybody’s")}
        value={query.whose}
        options={[{ value: "mine", label: t("Mine") }]}
        onChoose={set("whose")}
      />
    </fieldset>
  );
}

/** Changes the address; the empty value takes a filter away. */
function useSetFilter() {
  const { search } = useAddress();
  return {
    set: (name: FilterName) => (value: string) =>
      setAddress(withFilter(search, name, value), "replace"),
    /** A range is two filters: from and to. */
    setRange(value: string) {
      const [from = "", to = ""] = value.split("-");
      const half = new URLSearchParams(withFilter(search, "from", from).split("?")[1]);
      setAddress(withFilter(half, "to", to), "replace");
    },
  };
}

type KindProps = {
  kind: ReviewQuery["kind"];
  counts: Props["counts"];
  onChoose: (value: string) => void;
};

/** Why it waits, with how many do. */
function KindFilter({ kind, counts, onChoose }: KindProps) {
  const t = useT();
  const all = counts ? REVIEW_KINDS.reduce((sum, each) => sum + counts[each], 0) : undefined;
  const counted = (label: string, count: number | undefined) =>
    count === undefined ? label : `${label} ${count}`;
  return (
    <Filter
      bordered
      label={t("Kind")}
      all={counted(t("Everything"), all)}
      value={kind}
      options={[...REVIEW_KINDS, "later" as const].map((value) => ({
        value,
        label: counted(t(KIND_WORDS[value]), counts?.[value]),
      }))}
      onChoose={onChoose}
    />
  );
}

type FilterProps = {
  label: string;
  /** What it says while it filters nothing. */
  all: string;
  value: string | undefined;
  options: readonly { value: string; label: string }[];
  bordered?: boolean;
  onChoose: (value: string) => void;
};

function Filter({ label, all, value, options, bordered = false, onChoose }: FilterProps) {
  return (
    <Select
      quiet={!bordered}
      label={label}
      value={value ?? ALL}
      options={[{ value: ALL, label: all }, ...options]}
      onValueChange={(next) => onChoose(next === ALL ? "" : next)}
    />
  );
}
