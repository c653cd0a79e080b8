import type { T } from "@/components/i18n/catalogue";
import { formatOf } from "@/components/i18n/format";
import { says } from "@/components/i18n/says";
import type { ConfigLine, SideFigures, VersionsView } from "@/lib/insights/model";
import type { VersionFigures } from "@/lib/predictor/model";
import { fixed } from "./progress-words";

/** Cut, not rounded, to whole or half percent. */
export const cautionWords = (caution: number, t: T): string =>
  `${formatOf(t).number(Math.floor(caution * 1000 + 1e-9) / 10)} %`;

export const settingsWords = ({ settings }: ConfigLine, t: T): string =>
  t("caution {{caution}}, seed {{seed}}", {
    caution: cautionWords(settings.caution, t),
    seed: settings.seed,
  });

export const casesWords = ({ solved, cases }: VersionFigures, t: T): string =>
  t("solves {{solved}} of {{cases}} corrected tickets", { solved, cases });

/** What there is to say of a trial, for those who wait for it. */
export function trialWords({ configs, promoting }: VersionsView, t: T): string {
  if (promoting) return t("A worker compares both on the corrected tickets. This takes a moment.");
  const [newest] = configs;
  if (newest?.state !== "refused" || !newest.figures) return "";
  const { solved, cases, solvedByCurrent } = newest.figures;
  const words = { number: newest.number, solved, cases, before: solvedByCurrent };
  return solvedByCurrent === undefined
    ? t(
        "Configuration {{number}} was refused: it solved {{solved}} of {{cases}} corrected tickets, the one that answers more. It must solve at least as many.",
        words,
      )
    : t(
        "Configuration {{number}} was refused: it solved {{solved}} of {{cases}} corrected tickets, the one that answers {{before}}. It must solve at least as many.",
        words,
      );
}

const share = (value: number | null, t: T) =>
  value === null ? "–" : `${cut(value * 100, 1, t)} %`;
const plain = (value: number | null, t: T) => (value === null ? "–" : cut(value, 3, t));

function cut(value: number, digits: number, t: T): string {
  const unit = 10 ** digits;
  return fixed(Math.floor(value * unit + 1e-9) / unit, digits, t);
}

/** Rows of the comparison: what is compared, and how to read one side's figure of it. */
export const COMPARED: readonly { name: string; of: (side: SideFigures, t: T) => string }[] = [
  { name: says("Right, by what people then said"), of: (side, t) => share(side.right, t) },
  { name: says("Would be sent by itself"), of: (side, t) => share(side.automatic, t) },
  { name: says("Of these right"), of: (side, t) => share(side.automaticRight, t) },
  { name: says("Distance of claim and outcome (ECE)"), of: (side, t) => plain(side.ece, t) },
  { name: says("Squared error (Brier)"), of: (side, t) => plain(side.brier, t) },
  { name: says("Held to be of a new kind"), of: (side, t) => share(side.novel, t) },
];

/** A share in percent as it is typed; null when it is none that settings may have. */
export function cautionOf(text: string): number | null {
  const percent = Number(text.trim().replace(",", "."));
  if (text.trim() === "" || !(percent >= 0.5 && percent <= 50)) return null;
  return percent / 100;
}

export function seedOf(text: string): number | null {
  const seed = Number(text.trim());
  return text.trim() !== "" && Number.isSafeInteger(seed) && seed >= 0 ? seed : null;
}
