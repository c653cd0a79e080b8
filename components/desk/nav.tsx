"use client";

import { useT } from "@/components/i18n/context";
import { NoticeBell } from "@/components/notice/notice-bell";
import { PaletteButton } from "@/components/search/palette-button";
import type { QueueCounts, Viewer } from "@/lib/inbox/model";
import { AccountMenu } from "./account-menu";
import { NavGroup, NavItem } from "./nav-item";
import { useCounts } from "./queries";
import { ThemeToggle } from "./theme-toggle";
import { useViewer } from "./viewer";

/** Everywhere one can go, with what waits there. */
export function Nav() {
  const t = useT();
  const counts = useCounts();
  const viewer = useViewer();
  return (
    <nav
      aria-label={t("Desk")}
      className="flex h-full flex-col overflow-y-auto bg-bg px-2.5 pt-3 pb-2"
    >
      <p className="flex items-center gap-2 px-2 pt-1 pb-2 font-semibold text-[0.875rem]">
        <span aria-hidden className="size-4.5 rounded-[5px] bg-accent" />
        Deskhand
      </p>
      <PaletteButton />
      {/* Who one is and what one has been told stay in sight, where there is room for that. */}
      <div className="-mx-2.5 flex-1 px-2.5 roomy:min-h-0 roomy:overflow-y-auto">
        <Queues />
        <Views views={counts?.views ?? []} />
        {counts && counts.teams.length > 0 ? (
          <NavGroup title={t("Teams")}>
            {counts.teams.map((team) => (
              <NavItem
                key={team.id}
                href={`/queue/${team.id}`}
                label={team.name}
                count={team.open}
              />
            ))}
          </NavGroup>
        ) : null}
        <NavGroup title={t("Desk")}>
          <NavItem href="/customers" label={t("Customers")} />
          <NavItem href="/articles" label={t("Articles")} />
          <NavItem href="/answers" label={t("Answers")} />
          <NavItem href="/learning" label={t("Learning")} />
          <NavItem href="/outbox" label={t("Outbox")} />
          {viewer.may.settings ? <NavItem href="/settings" label={t("Settings")} /> : null}
        </NavGroup>
      </div>
      <Foot />
    </nav>
  );
}

/** The lists that every desk has. */
function Queues() {
  const t = useT();
  const counts = useCounts();
  const viewer = useViewer();
  return (
    <>
      <NavGroup title={t("Queues")}>
        <NavItem href="/queue/mine" label={t("Assigned to me")} count={counts?.mine} />
        <NavItem href="/queue/unassigned" label={t("Unassigned")} count={counts?.unassigned} />
        <NavItem
          href="/queue/breaching"
          label={t("Breaching soon")}
          count={counts?.breaching}
          alert
        />
        <NavItem href="/queue/mentions" label={t("Mentions")} count={counts?.mentions} />
        <NavItem href="/queue/open" label={t("All open")} count={counts?.open} />
        <NavItem href="/queue/snoozed" label={t("Snoozed")} count={counts?.snoozed} />
        <NavItem href="/queue/all" label={t("All tickets")} />
      </NavGroup>
      <NavGroup title={t("AI")}>
        <NavItem href="/review" label={t("To review")} count={counts && toReview(counts, viewer)} />
        <NavItem href="/queue/held" label={t("Held")} count={counts?.held} alert />
        <NavItem href="/queue/sent" label={t("Sent today")} count={counts?.sent} />
      </NavGroup>
    </>
  );
}

/** Who one is, and what one has been told. */
function Foot() {
  return (
    <div className="flex items-center gap-1 border-t pt-2 max-lg:mt-3">
      <AccountMenu />
      <NoticeBell />
      <ThemeToggle />
    </div>
  );
}

/** Lists that people have saved. */
function Views({ views }: Pick<QueueCounts, "views">) {
  const t = useT();
  if (views.length === 0) return null;
  return (
    <NavGroup title={t("Views")}>
      {views.map(({ id, name, sort, count, more }) => (
        <NavItem
          key={id}
          href={`/queue/${id}`}
          search={sort === "newest" ? "" : `?sort=${sort}`}
          label={name}
          count={count}
          more={more}
        />
      ))}
    </NavGroup>
  );
}

/** What a person may settle: agents no replies that were sent already. */
const toReview = ({ review, held }: QueueCounts, { may }: Viewer) =>
  may.settleFlagged ? review + held : held;
