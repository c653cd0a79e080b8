"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useRowKeys } from "@/components/desk/row-keys";
import type { T } from "@/components/i18n/catalogue";
import { useT } from "@/components/i18n/context";
import { says } from "@/components/i18n/says";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import type { UnknownKinds, UnknownQuery } from "@/lib/knowledge/model";
import { Loaded } from "./loaded";
import { unknownQuery } from "./progress-queries";
import { UnknownLine } from "./unknown-line";

type State = UnknownQuery["state"];

const EMPTY: Record<State, { title: string; words: string }> = says({
  open: {
    title: "No unknown kinds",
    words:
      "Questions unlike anything seen are gathered here by kind, until people have answered them.",
  },
  answered: {
    title: "None answered yet",
    words: "A kind moves here when people have answered it and the desk knows the rest of it.",
  },
  dismissed: { title: "None dismissed", words: "Kinds that need no answer can be dismissed." },
});

/** Kinds of questions that nothing known answers, those asked most first. */
export function Unknown({ mayChange }: { mayChange: boolean }) {
  const t = useT();
  const [state, setState] = useState<State>("open");
  const [all, setAll] = useState(false);
  const query = useQuery(unknownQuery(state, all));
  const keys = useRowKeys(Boolean(query.data?.kinds.length));
  return (
    <Loaded query={query} failed={t("The unknown questions could not be loaded")}>
      {(view) => (
        <>
          <p className="mb-2 text-soft">{summary(view, t)}</p>
          <Tabs value={state} onValueChange={(chosen) => setState(stateOf(chosen))}>
            <TabsList aria-label={t("Unknown questions")}>
              <TabsTrigger value="open">{t("Open {{n}}", { n: view.open })}</TabsTrigger>
              <TabsTrigger value="answered">
                {t("Answered {{n}}", { n: view.answered })}
              </TabsTrigger>
              <TabsTrigger value="dismissed">
                {t("Dismissed {{n}}", { n: view.dismissed })}
              </TabsTrigger>
            </TabsList>
            <TabsContent value={state} className="mt-2">
              <ul aria-label={t("Kinds of questions")} {...keys}>
                {view.kinds.map((kind) => (
                  <UnknownLine key={kind.id} kind={kind} mayChange={mayChange} />
                ))}
              </ul>
              {view.kinds.length === 0 ? (
                <EmptyState title={t(EMPTY[state].title)}>{t(EMPTY[state].words)}</EmptyState>
              ) : null}
              {view[state] > view.kinds.length && !all ? (
                <Button className="mt-2" onClick={() => setAll(true)}>
                  {t("Show all {{n}}", { n: view[state] })}
                </Button>
              ) : null}
            </TabsContent>
          </Tabs>
        </>
      )}
    </Loaded>
  );
}

const stateOf = (chosen: string): State =>
  chosen === "answered" || chosen === "dismissed" ? chosen : "open";

function summary({ open, questions }: UnknownKinds, t: T): string {
  if (open === 0) return t("Everything that was asked is of a known kind, or was dismissed.");
  return t("{{questions}} of {{kinds}} that nobody has answered well enough yet.", {
    questions: t("{{count}} questions", { count: questions }),
    kinds: t("{{count}} kinds", { count: open }),
  });
}
