import { useT } from "@/components/i18n/context";
import { Skeleton } from "@/components/ui/skeleton";

const ROWS = ["a", "b", "c", "d", "e", "f"];

/** The shape of a list that is being fetched. */
export function QueueSkeleton() {
  const t = useT();
  return (
    <div role="status">
      <span className="sr-only">{t("Loading tickets…")}</span>
      {ROWS.map((row) => (
        <div key={row} className="flex flex-col gap-2 border-b py-3 pr-3.5 pl-5.5">
          <Skeleton className="w-1/3" />
          <Skeleton className="w-3/4" />
          <Skeleton className="w-full" />
          <Skeleton className="mt-1 w-2/5" />
        </div>
      ))}
    </div>
  );
}
