"use client";

import { CircleHelp } from "lucide-react";
import { useState } from "react";
import { messageOf } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { Skeleton } from "@/components/ui/skeleton";
import { type Asked, useWhy } from "./queries";

type Props = Omit<Asked, "sort"> & { sort?: string };

/** Says why a ticket stands in a list, and where in its order. */
export function WhyHere({ sort = "newest", ...asked }: Props) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button
          kind="quiet"
          size="icon"
          aria-label={t("Why is this here?")}
          title={t("Why is this here?")}
        >
          <CircleHelp size={15} aria-hidden />
        </Button>
      </PopoverTrigger>
      <PopoverContent aria-label={t("Why is this here?")} align="end">
        <p className="mb-1.5 font-semibold">{t("Why is this here?")}</p>
        {open ? <Reasons {...asked} sort={sort} /> : null}
      </PopoverContent>
    </Popover>
  );
}

function Reasons(asked: Asked) {
  const t = useT();
  const { data, error, isPending } = useWhy(asked, true);
  if (isPending) return <Skeleton className="h-16" />;
  if (!data) {
    return (
      <p role="alert" className="text-held">
        {messageOf(error, t)}
      </p>
    );
  }
  if (data.reasons.length === 0) {
    return <p className="text-soft">{t("It has left this list since you opened it.")}</p>;
  }
  return (
    <ul className="flex list-disc flex-col gap-0.5 pl-4 text-soft">
      {data.reasons.map((reason) => (
        <li key={reason}>{t.stored(reason)}</li>
      ))}
    </ul>
  );
}
