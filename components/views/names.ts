"use client";

import { useMemo } from "react";
import { useLabels, usePeople, useTeams } from "@/components/desk/queries";
import type { TestNames } from "@/lib/filter/terms";

/** Names of what tests hold by id. Empty until they are there: then ids are shown for a moment. */
export function useTestNames(): TestNames {
  const people = usePeople();
  const teams = useTeams();
  const labels = useLabels();
  return useMemo(() => {
    const byId = (list: { id: string; name: string }[] = []) =>
      new Map(list.map(({ id, name }) => [id, name]));
    const bySlug = (list: { slug: string; name: string }[] = []) =>
      new Map(list.map(({ slug, name }) => [slug, name]));
    return {
      people: byId(people),
      teams: byId(teams),
      categories: bySlug(labels?.categories),
      intents: bySlug(labels?.intents),
    };
  }, [people, teams, labels]);
}
