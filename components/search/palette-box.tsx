"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Command as Cmdk } from "cmdk";
import { useState } from "react";
import { type Command, useCommands } from "@/components/desk/commands";
import { useGo } from "@/components/desk/go";
import { messageOf } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { FIELD } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { SEARCH_LIMITS, type SearchResult } from "@/lib/search/model";
import { CommandGroups } from "./palette-commands";
import {
  FoundGroups,
  JumpItem,
  RecentGroup,
  ticketValue,
  WHOLE_SEARCH,
  WholeSearchItem,
} from "./palette-found";
import { setPalette } from "./palette-open";
import { searchQuery, useSearch } from "./queries";
import { useRecent } from "./recent";
import { foundWords, numberIn } from "./search-words";
import { useSettled } from "./use-settled";

/** The window gives the focus back when it closes; what moves it must come after that. */
const AFTER_CLOSING_MS = 30;

/** The box, and what fits what is typed. */
export function PaletteBox({ commands }: { commands: boolean }) {
  const t = useT();
  const [text, setText] = useState("");
  const box = useSettled(text);
  const search = useSearch(box);
  const [recent, remember] = useRecent();
  const go = useGo();
  const client = useQueryClient();
  const offered = useCommands();
  const typed = text.trim();
  const open = (href: string) => {
    remember(typed);
    setPalette(null);
    go(href);
  };
  const jump = async (to: number) => {
    const answer = await client
      .fetchQuery(searchQuery(`#${to}`))
      .catch((error: unknown) => void toast.error(messageOf(error, t)));
    const [ticket] = answer?.tickets ?? [];
    if (ticket) open(`/queue/open/${ticket.id}`);
    else if (answer) toast.error(t("There is no ticket #{{number}}.", { number: to }));
  };
  const run = (command: Command) => {
    setPalette(null);
    setTimeout(command.run, AFTER_CLOSING_MS);
  };
  const found = typed === "" ? undefined : search.data;
  const [chosen, choose] = useChosen(found);
  const number = numberIn(typed);
  return (
    <Cmdk
      shouldFilter={false}
      loop
      value={chosen}
      onValueChange={choose}
      label={t("Search or run a command")}
      className="flex flex-col gap-2"
    >
      <Cmdk.Input
        value={text}
        onValueChange={setText}
        maxLength={SEARCH_LIMITS.length}
        placeholder={
          commands ? t("Search, #number or a command") : t("Search tickets and customers")
        }
        className={`${FIELD} max-w-[calc(100%-1.75rem)] min-h-9 px-2.5 pointer-coarse:min-h-11`}
      />
      <Cmdk.List label={t("Results")} className="-mx-2 h-[min(420px,52dvh)] overflow-y-auto px-2">
        {number === null ? null : <JumpItem number={number} onJump={() => void jump(number)} />}
        {commands ? <CommandGroups commands={offered} box={typed} onRun={run} /> : null}
        {found ? <FoundGroups found={found} onOpen={open} /> : null}
        {typed === "" ? <RecentGroup recent={recent} onChoose={setText} /> : null}
        {typed === "" ? null : <WholeSearchItem box={typed} onOpen={open} />}
      </Cmdk.List>
      <PaletteStatus search={{ ...search, data: found }} typed={typed !== ""} />
    </Cmdk>
  );
}

/** The line that Enter takes: the best ticket, once one is found where only the whole search stood. */
function useChosen(found: SearchResult | undefined) {
  const [chosen, choose] = useState("");
  const [seen, setSeen] = useState(found);
  if (found !== seen) {
    setSeen(found);
    const best = found?.tickets[0];
    if (best && chosen === WHOLE_SEARCH) choose(ticketValue(best));
  }
  return [chosen, choose] as const;
}

type StatusProps = {
  search: { data: SearchResult | undefined; error: Error | null; isFetching: boolean };
  typed: boolean;
};

/** One line of fixed height: nothing jumps when it speaks. */
function PaletteStatus({ search: { data, error, isFetching }, typed }: StatusProps) {
  const t = useT();
  const words = !typed
    ? ""
    : error
      ? messageOf(error, t)
      : data
        ? data.hints[0] === undefined
          ? foundWords(data, t)
          : t.stored(data.hints[0])
        : isFetching
          ? t("Searching…")
          : "";
  return (
    <p
      role="status"
      title={words}
      className={`min-h-5 truncate text-xs ${error && typed ? "text-held" : "text-faint"}`}
    >
      {words}
    </p>
  );
}
