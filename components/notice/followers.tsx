"use client";

import { BellOff, BellRing } from "lucide-react";
import { useViewer } from "@/components/desk/viewer";
import { useT } from "@/components/i18n/context";
import { PanelSection } from "@/components/ticket/panel-parts";
import { Button } from "@/components/ui/button";
import { useFollow, useFollowers } from "./queries";

/** Who hears of a ticket besides its assignee, and the way to be one of them. */
export function Followers({ ticketId }: { ticketId: string }) {
  const t = useT();
  const { id, name } = useViewer();
  const followers = useFollowers(ticketId);
  const follow = useFollow(ticketId, { id, name });
  const following = followers?.following ?? false;
  const others = followers?.people.filter((person) => person.id !== id) ?? [];
  const names = [...(following ? [t("You")] : []), ...others.map((person) => person.name)];
  return (
    <PanelSection title={t("Followers")}>
      <div className="flex items-start justify-between gap-2">
        <p className="min-w-0 pt-1 text-soft wrap-anywhere">
          {names.length > 0 ? names.join(", ") : followers ? t("Nobody follows it") : " "}
        </p>
        <Button
          kind="quiet"
          disabled={!followers}
          title={following ? t("Hear of it no more") : t("Hear of answers and notes")}
          onClick={() => follow.mutate(!following)}
        >
          {following ? <BellOff size={14} aria-hidden /> : <BellRing size={14} aria-hidden />}
          {following ? t("Unfollow") : t("Follow")}
        </Button>
      </div>
    </PanelSection>
  );
}
