"use client";

import { useViewer } from "@/components/desk/viewer";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import type { ReviewMeasures } from "@/lib/review/model";
import { useMeasures } from "./queries";
import { agreementWords, figuresWords, percent } from "./review-words";

/** What was reviewed today, how fast and how well; for admins also by whom. */
export function Measures({ done }: { done: number }) {
  const t = useT();
  const viewer = useViewer();
  const { data } = useMeasures();
  if (!data) return null;
  const words = [figuresWords(data.today, t), agreementWords(data.agreement, t)];
  const line = words.filter(Boolean).join(", ");
  return (
    <p className="flex flex-wrap items-center gap-2 text-soft max-sm:basis-full max-sm:pl-2">
      {done > 0 ? (
        <span className="text-faint">{t("{{n}} in this sitting", { n: done })}</span>
      ) : null}
      <span>{line}</span>
      {viewer.role === "admin" && data.people && data.people.length > 0 ? (
        <Popover>
          <PopoverTrigger asChild>
            <Button kind="quiet">{t("By person")}</Button>
          </PopoverTrigger>
          <PopoverContent className="w-96">
            <People people={data.people} />
          </PopoverContent>
        </Popover>
      ) : null}
    </p>
  );
}

function People({ people }: { people: NonNullable<ReviewMeasures["people"]> }) {
  const t = useT();
  return (
    <table className="w-full text-left">
      <caption className="mb-1.5 text-left font-semibold">
        {t("Reviewed in the last 30 days")}
      </caption>
      <thead className="text-faint text-xs">
        <tr>
          <th scope="col" className="font-medium">
            {t("Person")}
          </th>
          <th scope="col" className="text-right font-medium">
            {t("Items")}
          </th>
          <th scope="col" className="text-right font-medium">
            {t("Median")}
          </th>
          <th scope="col" className="text-right font-medium">
            {t("Unchanged")}
          </th>
          <th scope="col" className="text-right font-medium">
            {t("Edited")}
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map(({ id, name, figures }) => (
          <tr key={id} className="border-t">
            <th scope="row" className="py-1 font-normal">
              {name}
            </th>
            <td className="text-right">{figures.reviewed}</td>
            <td className="text-right">
              {figures.seconds === null ? "–" : t("{{n}} s", { n: Math.round(figures.seconds) })}
            </td>
            <td className="text-right">{percent(figures.unchanged)}</td>
            <td className="text-right">{percent(figures.edited)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
