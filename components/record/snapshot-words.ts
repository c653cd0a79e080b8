import type { T } from "@/components/i18n/catalogue";
import { formatOf } from "@/components/i18n/format";
import { billingWords, moneyWords, usageWords } from "@/components/ticket/ticket-words";
import { cut2 } from "@/lib/inbox/model";
import type { Snapshot } from "./snapshot";

export function accountLines({ account, customer, toolsUsed }: Snapshot, t: T): string[] {
  const lines: string[] = [];
  if (account?.tier) lines.push(t("Plan {{tier}}", { tier: account.tier }));
  if (account?.seats !== undefined) lines.push(t("{{count}} seats", { count: account.seats }));
  if (account?.trialUntil)
    lines.push(t("Trial until {{day}}", { day: formatOf(t).day(account.trialUntil) }));
  for (const [name, count] of Object.entries(account?.usage ?? {})) {
    lines.push(`${usageWords(name, t)}: ${formatOf(t).number(count)}`);
  }
  if (customer && customer.tags.length > 0)
    lines.push(t("Tags of the customer: {{tags}}", { tags: customer.tags.join(", ") }));
  if (toolsUsed && toolsUsed.length > 0)
    lines.push(t("Tools used before: {{tools}}", { tools: toolsUsed.join(", ") }));
  return lines;
}

export function billingLines({ billing }: Snapshot, t: T): string[] {
  return (billing ?? []).map(({ kind, detail, amountCents, currency, at }) =>
    [formatOf(t).day(at), billingWords(kind, t), moneyWords(amountCents, currency, t), detail]
      .filter(Boolean)
      .join(" · "),
  );
}

export function triedLines({ tried, leftOut }: Snapshot, t: T): string[] {
  const skipped = new Set(leftOut?.map(({ tried: step }) => step));
  const marked = (step: string, words: string) =>
    skipped.has(step) ? t("{{step}} — left out of the draft", { step: words }) : words;
  const steps = (tried ?? []).map(({ step, helped }) => {
    if (helped === null) return marked(step, step);
    return marked(
      step,
      helped ? t("{{step}}, helped", { step }) : t("{{step}}, did not help", { step }),
    );
  });
  const others = [...skipped].filter((step) => !tried?.some((one) => one.step === step));
  return [...steps, ...others.map((step) => marked(step, step))];
}

export function passageLines({ articles, passages }: Snapshot, t: T): string[] {
  return [
    ...(articles ?? []).flatMap(({ title, score, coverage, titleMatch, passages: own }) => [
      [
        t("Article “{{title}}”", { title }),
        score === undefined ? "" : t("score {{n}}", { n: formatOf(t).decimal(cut2(score)) }),
        coverage === undefined
          ? ""
          : t("of the question’s words {{n}}", { n: formatOf(t).decimal(cut2(coverage)) }),
        titleMatch === undefined
          ? ""
          : t("title {{n}}", { n: formatOf(t).decimal(cut2(titleMatch)) }),
      ]
        .filter(Boolean)
        .join(" · "),
      ...(own ?? []).map((one) => passageWords(one, t)),
    ]),
    ...(passages ?? []).map((one) => passageWords(one, t)),
  ];
}

/** Characters of a passage that are shown; the file holds it whole. */
const SHOWN = 240;

function passageWords(
  { title, text, rank, score = rank }: NonNullable<Snapshot["passages"]>[number],
  t: T,
): string {
  const words = text && text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  const said = words ? t("“{{words}}”", { words: words.replace(/\s+/g, " ") }) : title;
  return [
    `– ${said ?? t("passage")}`,
    score === undefined ? "" : t("score {{n}}", { n: formatOf(t).decimal(cut2(score)) }),
  ]
    .filter(Boolean)
    .join(" · ");
}

export function gateLines({ bands, blocks, caps }: Snapshot, t: T): string[] {
  const lines: string[] = [];
  if (bands) {
    lines.push(
      t("Sent from {{send}}, sent and flagged from {{flag}}", {
        send: formatOf(t).decimal(cut2(bands.send)),
        flag: formatOf(t).decimal(cut2(bands.flag)),
      }),
    );
  }
  if (caps) {
    const { uses, outcomes } = caps.experience;
    lines.push(
      t("This answer had been accepted {{count}} times; the desk knew {{outcomes}} outcomes", {
        count: uses,
        outcomes,
      }),
    );
    if (caps.lifted) lines.push(t("An admin had lifted the caps on confidence"));
  }
  for (const block of blocks ?? []) {
    lines.push(t("Not sent because: {{reason}}", { reason: t.stored(block) }));
  }
  return lines;
}
