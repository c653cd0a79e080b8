"use client";

import { ListFilter, X } from "lucide-react";
import { type FormEvent, type ReactNode, useState } from "react";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { Select } from "@/components/ui/select";
import { FIELD_WORDS, testWords } from "@/lib/filter/terms";
import type { ViewFilter, ViewTest } from "@/lib/view/model";
import { useTestNames } from "./names";
import { type Draft, draftOf, emptyDraft, FIELDS, type Field, testOf } from "./test-fields";
import { TestInputs } from "./test-inputs";

type Props = {
  value: ViewFilter | null;
  /** Begins with the window for a new test. */
  adding: boolean;
  onChange: (filter: ViewFilter | null) => void;
};

/** Tests as chips, a way to add one, and whether all must pass or any. */
export function FilterBuilder({ value, adding, onChange }: Props) {
  const t = useT();
  const names = useTestNames();
  const { match, tests } = value ?? { match: "all", tests: [] };
  const set = (next: ViewTest[], how = match) =>
    onChange(next.length > 0 ? { match: how, tests: next } : null);
  return (
    <>
      <TestPopover
        start={emptyDraft("status")}
        begins={adding}
        submit={t("Add")}
        onTest={(test) => set([...tests, test])}
      >
        <Button kind="quiet">
          <ListFilter size={14} aria-hidden />
          {t("Filter")}
        </Button>
      </TestPopover>
      {tests.length > 1 ? (
        <Select
          quiet
          label={t("Tickets that pass")}
          value={match}
          options={[
            { value: "all", label: t("all of") },
            { value: "any", label: t("any of") },
          ]}
          onValueChange={(how) => set(tests, how === "any" ? "any" : "all")}
          className="text-soft"
        />
      ) : null}
      <ul aria-label={t("Filter")} className="contents">
        {tests.map((test, at) => (
          <TestChip
            // biome-ignore lint/suspicious/noArrayIndexKey: two tests may say the same
            key={`${at}${test.field}`}
            test={test}
            words={testWords(test, names, t)}
            onTest={(next) => set(tests.map((one, index) => (index === at ? next : one)))}
            onRemove={() => set(tests.filter((_, index) => index !== at))}
          />
        ))}
      </ul>
    </>
  );
}

type ChipProps = {
  test: ViewTest;
  words: string;
  onTest: (test: ViewTest) => void;
  onRemove: () => void;
};

function TestChip({ test, words, onTest, onRemove }: ChipProps) {
  const t = useT();
  return (
    <li className="inline-flex max-w-full items-center rounded-[7px] border bg-panel">
      <TestPopover start={draftOf(test)} submit={t("Change")} onTest={onTest}>
        <button
          type="button"
          title={words}
          className="min-h-6.5 min-w-0 truncate rounded-l-[7px] pl-2 text-xs hover:underline pointer-coarse:min-h-11"
        >
          {words}
        </button>
      </TestPopover>
      <button
        type="button"
        aria-label={t("Remove: {{words}}", { words })}
        onClick={onRemove}
        className="grid size-6.5 shrink-0 place-items-center rounded-r-[7px] text-faint hover:text-ink pointer-coarse:size-11"
      >
        <X size={12} aria-hidden />
      </button>
    </li>
  );
}

type PopoverProps = {
  /** Open from the beginning. */
  begins?: boolean;
  start: Draft;
  submit: string;
  onTest: (test: ViewTest) => void;
  /** What opens it. */
  children: ReactNode;
};

function TestPopover({ begins = false, start, submit, onTest, children }: PopoverProps) {
  const t = useT();
  const [open, setOpen] = useState(begins);
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>{children}</PopoverTrigger>
      <PopoverContent aria-label={t("Filter by")} align="start">
        <TestForm
          start={start}
          submit={submit}
          onTest={(test) => {
            setOpen(false);
            onTest(test);
          }}
        />
      </PopoverContent>
    </Popover>
  );
}

function TestForm({ start, submit, onTest }: Omit<PopoverProps, "children">) {
  const t = useT();
  const [draft, setDraft] = useState(start);
  const test = testOf(draft);
  const finish = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (test) onTest(test);
  };
  return (
    <form onSubmit={finish} className="flex flex-col gap-2.5">
      <Select
        label={t("Field")}
        value={draft.field}
        options={FIELDS.map((field) => ({ value: field, label: t(FIELD_WORDS[field]) }))}
        // The list offers nothing else.
        onValueChange={(field) => setDraft(emptyDraft(field as Field))}
      />
      <TestInputs draft={draft} onChange={(change) => setDraft({ ...draft, ...change })} />
      <div className="flex justify-end">
        <Button type="submit" kind="primary" disabled={!test}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
