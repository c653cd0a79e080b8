"use client";

import { goTo } from "@/components/queue/place";
import { FilterBuilder } from "./filter-builder";
import { filterFrom, filterText } from "./filter-text";
import { SaveView } from "./save-view";
import { ViewMenu } from "./view-menu";

type Props = {
  queue: string;
  /** JSON, as in the address. */
  filter: string;
  sort: string;
  /** Begins with the window for a new test. */
  adding: boolean;
};

/** The filter of a list, and what is done with it. */
export function FilterTools({ queue, filter, sort, adding }: Props) {
  return (
    <>
      <FilterBuilder
        value={filterFrom(filter)}
        adding={adding}
        onChange={(next) => goTo({ filter: filterText(next) }, "replace")}
      />
      {filter ? <SaveView queue={queue} filter={filter} sort={sort} /> : null}
      <ViewMenu queue={queue} filter={filter} sort={sort} />
    </>
  );
}
