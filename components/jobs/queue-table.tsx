import { useT } from "@/components/i18n/context";
import type { JobsView } from "@/lib/platform/model";
import { ageWords } from "./job-words";

/** How much waits and runs of each kind. What is idle is counted, not listed. */
export function QueueTable({ queues }: { queues: JobsView["queues"] }) {
  const t = useT();
  const busy = queues.filter((queue) => queue.ready > 0 || queue.active > 0);
  if (busy.length === 0) {
    return (
      <p className="mt-1 text-soft">
        {t("Nothing waits: all {{n}} queues are empty.", { n: queues.length })}
      </p>
    );
  }
  return (
    <div className="mt-2 overflow-x-auto">
      <table className="w-full text-left tabular-nums">
        <caption className="sr-only">{t("Queues with work")}</caption>
        <thead className="text-faint text-xs">
          <tr>
            <th scope="col" className="py-1 pr-3 font-medium">
              {t("Job")}
            </th>
            <th scope="col" className="py-1 pr-3 text-right font-medium">
              {t("Waiting")}
            </th>
            <th scope="col" className="py-1 pr-3 text-right font-medium">
              {t("Running")}
            </th>
            <th scope="col" className="py-1 text-right font-medium">
              {t("Oldest")}
            </th>
          </tr>
        </thead>
        <tbody>
          {busy.map((queue) => (
            <tr key={queue.name} className="border-t">
              <th scope="row" className="py-1.5 pr-3 font-normal">
                {queue.name}
              </th>
              <td className="py-1.5 pr-3 text-right">{queue.ready}</td>
              <td className="py-1.5 pr-3 text-right">{queue.active}</td>
              <td className="py-1.5 text-right">
                {queue.ready > 0 ? ageWords(queue.oldestSeconds, t) : "–"}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
