"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { AccountMenu } from "./account-menu";
import { useCounts } from "./queries";
import { ThemeToggle } from "./theme-toggle";
import { useViewer } from "./viewer";

/** Everywhere one can go, with what waits there. */
export function Nav() {
  const counts = useCounts();
  const viewer = useViewer();
  return (
    <nav aria-label="Desk" className="flex h-full flex-col overflow-y-auto bg-bg px-2.5 py-3">
      <p className="flex items-center gap-2 px-2 pt-1 pb-2 font-semibold text-[0.875rem]">
        <span aria-hidden className="size-4.5 rounded-[5px] bg-accent" />
        Deskhand
      </p>
      <div className="flex-1">
        <Group title="Queues">
          <Item href="/queue/mine" label="Assigned to me" count={counts?.mine} />
          <Item href="/queue/unassigned" label="Unassigned" count={counts?.unassigned} />
          <Item href="/queue/open" label="All open" count={counts?.open} />
          <Item href="/queue/snoozed" label="Snoozed" count={counts?.snoozed} />
        </Group>
        <Group title="AI">
          <Item href="/queue/review" label="To review" count={counts?.review} />
          <Item href="/queue/held" label="Held" count={counts?.held} alert />
          <Item href="/queue/sent" label="Sent today" count={counts?.sent} />
        </Group>
        {counts && counts.teams.length > 0 ? (
          <Group title="Teams">
            {counts.teams.map((team) => (
              <Item key={team.id} href={`/queue/${team.id}`} label={team.name} count={team.open} />
            ))}
          </Group>
        ) : null}
        <Group title="Desk">
          <Item href="/articles" label="Articles" />
          <Item href="/learning" label="Learning" />
          <Item href="/outbox" label="Outbox" />
          {viewer.may.settings ? <Item href="/settings" label="Settings" /> : null}
        </Group>
      </div>
      <div className="mt-3 flex items-center gap-1 border-t pt-2">
        <AccountMenu />
        <ThemeToggle />
      </div>
    </nav>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  const id = `nav-${title.toLowerCase()}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="px-2 pt-3.5 pb-1 font-medium text-2xs text-faint">
        {title}
      </h2>
      <ul className="flex flex-col gap-0.5">{children}</ul>
    </section>
  );
}

type ItemProps = {
  href: string;
  label: string;
  count?: number | undefined;
  /** A number above zero here is something that somebody must look at. */
  alert?: boolean;
};

function Item({ href, label, count, alert = false }: ItemProps) {
  const path = usePathname();
  const here = path === href || path.startsWith(`${href}/`);
  return (
    <li>
      <Link
        href={href}
        prefetch={false}
        aria-current={here ? "page" : undefined}
        className={cn(
          "flex min-h-7 items-center justify-between gap-2 rounded-md px-2 pointer-coarse:min-h-11",
          here ? "bg-sel font-medium text-ink" : "text-soft hover:text-ink",
        )}
      >
        <span className="truncate">{label}</span>
        {count === undefined ? null : (
          <span className={alert && count > 0 ? "font-semibold text-held" : "text-faint"}>
            {count}
            <span className="sr-only">{count === 1 ? " ticket" : " tickets"}</span>
          </span>
        )}
      </Link>
    </li>
  );
}
