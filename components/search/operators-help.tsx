import { useT } from "@/components/i18n/context";
import { says } from "@/components/i18n/says";
import { OPERATORS } from "@/lib/search/model";

/** Other things that the box understands. */
const SIGNS = [
  { example: '"charged twice"', takes: says("these words in a row") },
  { example: "-refund", takes: says("no message with this word") },
  { example: "#1042", takes: says("the ticket of this number") },
];

/** What the box understands; a press puts it there. */
export function OperatorsHelp({ onChoose }: { onChoose: (operator: string) => void }) {
  const t = useT();
  return (
    <details className="mt-2">
      <summary className="w-fit rounded text-soft py-1 text-xs hover:text-ink pointer-coarse:py-3.5">
        {t("What you can write")}
      </summary>
      <ul className="mt-2 grid max-h-[40dvh] gap-x-4 gap-y-0.5 overflow-y-auto sm:grid-cols-2">
        {[...SIGNS, ...OPERATORS].map(({ example, takes }) => (
          <li key={example} className="min-w-0">
            <button
              type="button"
              onClick={() => onChoose(example)}
              className="flex w-full min-h-6 items-baseline gap-2 rounded px-1 py-0.5 text-left hover:bg-sel pointer-coarse:min-h-11"
            >
              <code className="shrink-0 font-mono text-accent text-xs">{example}</code>
              <span className="min-w-0 text-faint text-xs">{t.stored(t(takes))}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
