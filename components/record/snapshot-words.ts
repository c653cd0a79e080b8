import { billingWords, moneyWords, usageWords } from "@/components/ticket/ticket-words";
import { cut2 } from "@/lib/inbox/model";
import type { Snapshot } from "./snapshot";

export function accountLines({ account, customer, toolsUsed }: Snapshot): string[] {
  const lines: string[] = [];
  if (account?.tier) lines.push(`Plan ${account.tier}`);
  if (account?.seats !== undefined)
    lines.push(account.seats === 1 ? "1 seat" : `${account.seats} seats`);
  if (account?.trialUntil) lines.push(`Trial until ${account.trialUntil.slice(0, 10)}`);
  for (const [name, count] of Object.entries(account?.usage ?? {})) {
    lines.push(`${usageWords(name)}: ${count.toLocaleString("en")}`);
  }
  if (customer && customer.tags.length > 0)
    lines.push(`Tags of the customer: ${customer.tags.join(", ")}`);
  if (toolsUsed && toolsUsed.length > 0) lines.push(`Tools used before: ${toolsUsed.join(", ")}`);
  return lines;
}

export function billingLines({ billing }: Snapshot): string[] {
  return (billing ?? []).map(({ kind, detail, amountCents, currency, at }) =>
    [at.slice(0, 10), billingWords(kind), moneyWords(amountCents, currency), detail]
      .filter(Boolean)
      .join(" · "),
  );
}

export function triedLines({ tried, leftOut }: Snapshot): string[] {
  const skipped = new Set(leftOut?.map(({ tried: step }) => step));
  const steps = (tried ?? []).map(({ step, helped }) => {
    const result = helped === null ? "" : helped ? ", helped" : ", did not help";
    return `${step}${result}${skipped.has(step) ? " — left out of the draft" : ""}`;
  });
  const others = [...skipped].filter((step) => !tried?.some((one) => one.step === step));
  return [...steps, ...others.map((step) => `${step} — left out of the draft`)];
}

export function passageLines({ articles, passages }: Snapshot): string[] {
  return [
    ...(articles ?? []).flatMap(({ title, score, coverage, titleMatch, passages: own }) => [
      [
        `Article “${title}”`,
        shareOf("score", score),
        shareOf("of the question’s words", coverage),
        shareOf("title", titleMatch),
      ]
        .filter(Boolean)
        .join(" · "),
      ...(own ?? []).map(passageWords),
    ]),
    ...(passages ?? []).map(passageWords),
  ];
}

/** Characters of a passage that are shown; the file holds it whole. */
const SHOWN = 240;

function passageWords({ title, text, rank, score }: NonNullable<Snapshot["passages"]>[number]) {
  const words = text && text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  const said = words ? `“${words.replace(/\s+/g, " ")}”` : title;
  return [`– ${said ?? "passage"}`, shareOf("score", score ?? rank)].filter(Boolean).join(" · ");
}

const shareOf = (name: string, value: number | undefined) =>
  value === undefined ? "" : `${name} ${cut2(value)}`;

export function gateLines({ bands, blocks, caps }: Snapshot): string[] {
  const lines: string[] = [];
  if (bands) lines.push(`Sent from ${cut2(bands.send)}, sent and flagged from ${cut2(bands.flag)}`);
  if (caps) {
    const { uses, outcomes } = caps.experience;
    lines.push(
      `This answer had been accepted ${uses === 1 ? "once" : `${uses} times`}; the desk knew ${outcomes} outcomes`,
    );
    if (caps.lifted) lines.push("An admin had lifted the caps on confidence");
  }
  for (const block of blocks ?? []) lines.push(`Not sent because: ${block}`);
  return lines;
}
