import { useT } from "@/components/i18n/context";
import { detailsOf } from "./path-words";

/** The path to what a signal tells, folded: most readers want the headline only. */
export function SignalDetails({ payload }: { payload: Record<string, unknown> }) {
  const t = useT();
  const details = detailsOf(payload, t);
  if (details.length === 0) return null;
  return (
    <details className="text-soft text-xs">
      <summary data-opens className="min-h-6 w-fit cursor-pointer">
        {t("Details")}
      </summary>
      <ul className="list-disc pl-4">
        {details.map((words) => (
          <li key={words} className="wrap-anywhere" dir="auto">
            {words}
          </li>
        ))}
      </ul>
    </details>
  );
}
