import { AlarmClock, Check, RotateCcw } from "lucide-react";
import { useT } from "@/components/i18n/context";
import { cn } from "@/components/ui/cn";
import type { Aside } from "./row-swipes";

type Props = {
  aside: Aside;
  /** The row's ticket is over: to the right it opens again. */
  settled: boolean;
};

/** What letting go of a row would do, beside the row. Words for the eye: the row's menu says the same. */
export function RowTray({ aside: { top, height, way, far }, settled }: Props) {
  const t = useT();
  const right = way === "right";
  const Icon = !right ? AlarmClock : settled ? RotateCcw : Check;
  const tone = right ? "bg-auto-bg text-auto" : "bg-rev-bg text-rev";
  return (
    <div className="relative h-0" aria-hidden>
      <div
        style={{ top, height }}
        className={cn(
          "absolute inset-x-0 flex items-center gap-2 px-5 font-medium",
          far ? tone : "bg-sel text-soft",
          !right && "flex-row-reverse",
        )}
      >
        <Icon size={18} />
        {right ? (settled ? t("Reopen") : t("Resolve")) : t("Snooze")}
      </div>
    </div>
  );
}
