import { Fragment } from "react";
import { useT } from "@/components/i18n/context";
import { says } from "@/components/i18n/says";
import { Time } from "@/components/time/time";
import { Lines, RecordSection } from "./section";
import { readSnapshot, type Snapshot } from "./snapshot";
import { accountLines, billingLines, gateLines, passageLines, triedLines } from "./snapshot-words";

const AUTHOR_WORDS: Record<string, string> = says({
  customer: "Customer",
  agent: "Colleague",
  ai: "Deskhand",
  system: "System",
  unknown: "Unknown",
});

/** Everything that a draft was made from, as it was then, in plain words. */
export function SnapshotView({ stored }: { stored: Record<string, unknown> }) {
  const t = useT();
  const { known, rest } = readSnapshot(stored);
  const topics: [string, string[]][] = [
    [t("Account and usage"), accountLines(known, t)],
    [t("Billing"), billingLines(known, t)],
    [
      t("Onboarding"),
      known.account?.onboarding?.map(({ step, done }) => `${done ? "✓" : "–"} ${step}`) ?? [],
    ],
    [t("Already tried"), triedLines(known, t)],
    [
      t("Earlier tickets"),
      known.earlierTickets?.map(({ number, subject }) => `#${number} ${subject}`) ?? [],
    ],
    [t("Knowledge that was found"), passageLines(known, t)],
    [t("Gate"), gateLines(known, t)],
  ];
  return (
    <>
      {known.question ? (
        <RecordSection title={t("The question, as it was read")}>
          <p dir="auto" className="max-h-40 overflow-y-auto whitespace-pre-wrap wrap-anywhere">
            {known.question}
          </p>
        </RecordSection>
      ) : null}
      <Thread thread={known.thread} />
      {topics.map(([title, lines]) =>
        lines.length > 0 ? (
          <RecordSection key={title} title={title}>
            <Lines lines={lines} />
          </RecordSection>
        ) : null,
      )}
      <Page page={known.page} />
      {Object.keys(rest).length > 0 ? (
        <RecordSection title={t("Also stored")}>
          <Json value={rest} />
        </RecordSection>
      ) : null}
    </>
  );
}

function Thread({ thread }: Pick<Snapshot, "thread">) {
  const t = useT();
  if (!thread || thread.length === 0) return null;
  return (
    <RecordSection
      title={t("The conversation so far, {{n}} of its messages", { n: thread.length })}
    >
      <dl className="grid max-h-64 grid-cols-[84px_minmax(0,1fr)] gap-x-2 gap-y-1 overflow-y-auto">
        {thread.map(({ author, text, at }) => (
          <Fragment key={`${at}${text.slice(0, 40)}`}>
            <dt className="text-faint">
              {t(AUTHOR_WORDS[author] ?? author)}
              {at ? <Time at={at} className="block text-2xs" /> : null}
            </dt>
            <dd dir="auto" className="whitespace-pre-wrap wrap-anywhere">
              {text}
            </dd>
          </Fragment>
        ))}
      </dl>
    </RecordSection>
  );
}

function Page({ page }: { page: unknown }) {
  const t = useT();
  if (!page) return null;
  return (
    <RecordSection title={t("The page the customer was on")}>
      {typeof page === "string" ? <p className="wrap-anywhere">{page}</p> : <Json value={page} />}
    </RecordSection>
  );
}

function Json({ value }: { value: unknown }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <pre tabIndex={0} className="max-h-48 overflow-auto rounded-md bg-bg p-2 font-mono text-2xs">
      {JSON.stringify(value, null, 2)}
    </pre>
  );
}
