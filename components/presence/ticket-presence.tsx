"use client";

import { Eye, PencilLine } from "lucide-react";
import { useT } from "@/components/i18n/context";
import { usePresence } from "./queries";
import { useLooking } from "./use-looking";
import { useReading } from "./use-reading";
import { namesOf } from "./words";

type Props = {
  ticketId: string;
  /** Id of the newest message: what is read once it has been looked at. */
  newest?: string | undefined;
};

/** Who else is on the open ticket; for them, this person is, too. */
export function TicketPresence({ ticketId, newest }: Props) {
  const t = useT();
  useLooking(ticketId);
  useReading(ticketId, newest);
  const here = usePresence(ticketId);
  const doing = (what: (typeof here)[number]["doing"]) =>
    here.filter((one) => one.doing === what).map(({ person }) => person);
  const [viewing, writing] = [doing("viewing"), doing("writing")];
  return (
    <p
      role="status"
      aria-label={t("Who else is here")}
      className="flex flex-wrap items-center gap-x-4 gap-y-0.5 text-xs empty:hidden max-sm:px-4"
    >
      {viewing.length > 0 ? (
        <span className="flex items-center gap-1.5 text-soft">
          <Eye size={13} aria-hidden />
          {t("{{names}} are also viewing", {
            names: namesOf(viewing, t),
            count: viewing.length,
          })}
        </span>
      ) : null}
      {writing.length > 0 ? (
        <span className="flex items-center gap-1.5 font-medium text-rev">
          <PencilLine size={13} aria-hidden />
          {t("{{names}} are writing a reply", {
            names: namesOf(writing, t),
            count: writing.length,
          })}
        </span>
      ) : null}
    </p>
  );
}
