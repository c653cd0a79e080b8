"use client";

import { isOffered } from "@/components/content/macro-menu";
import { useContent, useRunMacro } from "@/components/content/queries";
import { usePeople } from "@/components/desk/queries";
import { says } from "@/components/i18n/says";
import { useSnippets } from "./queries";
import type { Asked } from "./suggest";
import { quoted, type Words } from "./words";

export type ComposedTicket = { id: string; team: { id: string } | null };

const GROUPS = says(["People", "Macros", "Knowledge"] as const);

/** One line of the list under `@` or `/`. */
export type Choice = {
  id: string;
  group: (typeof GROUPS)[number];
  title: string;
  detail: string;
  /** @param cited with its source, where it has one */
  take: (cited: boolean) => void;
};

const SHOWN = 8;

/** What `@` or `/` offers for what was typed behind it. */
export function useChoices(
  ticket: ComposedTicket,
  asked: Asked | null,
  insert: (words: Words) => void,
): Choice[] {
  const people = usePeople() ?? [];
  const { data: content } = useContent();
  const macro = useRunMacro(ticket.id);
  const query = asked?.query.trim().toLowerCase() ?? "";
  const snippets = useSnippets(ticket.id, asked?.kind === "insert" ? query : "");
  if (!asked) return [];
  if (asked.kind === "person") {
    return people
      .filter(({ name }) =>
        name
          .toLowerCase()
          .split(/\s+/)
          .some((part) => part.startsWith(query)),
      )
      .slice(0, SHOWN)
      .map(({ id, name }) => ({
        id,
        group: "People",
        title: name,
        detail: "",
        take: () => asked.call({ id, label: name }),
      }));
  }
  const macros = (content?.macros ?? [])
    .filter((one) => isOffered(one, ticket.team?.id) && one.name.toLowerCase().includes(query))
    .slice(0, SHOWN)
    .map(
      ({ id, name, body }): Choice => ({
        id,
        group: "Macros",
        title: name,
        detail: body,
        take: () => {
          asked.clear();
          macro.mutate(id, { onSuccess: ({ text }) => text && insert({ text, html: null }) });
        },
      }),
    );
  const knowledge = (query === "" ? [] : (snippets ?? [])).map(
    ({ id, title, text, kind }): Choice => ({
      id,
      group: "Knowledge",
      title,
      detail: text,
      take: (cited) => {
        asked.clear();
        insert(cited && kind === "article" ? quoted(text, title) : { text, html: null });
      },
    }),
  );
  return [...macros, ...knowledge];
}
