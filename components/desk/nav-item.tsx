"use client";

import Link from "next/link";
import { type MouseEvent, memo, type ReactNode } from "react";
import { useT } from "@/components/i18n/context";
import { cn } from "@/components/ui/cn";
import { COUNT_LIMIT } from "@/lib/inbox/terms";
import { setAddress, useIsHere } from "./address";
import { staysHere } from "./go";

/** Links of the navigation that belong together, under their name. No landmark: pages have theirs. */
export function NavGroup({ title, children }: { title: string; children: ReactNode }) {
  const id = `nav-${title.toLowerCase()}`;
  return (
    <div>
      <h2 id={id} className="px-2 pt-3.5 pb-1 font-medium text-2xs text-faint">
        {title}
      </h2>
      <ul aria-labelledby={id} className="flex flex-col gap-0.5">
        {children}
      </ul>
    </div>
  );
}

type ItemProps = {
  href: string;
  /** What of the address says how it is shown, with its `?`. */
  search?: string;
  label: string;
  count?: number | undefined;
  /** There are more than `count`. */
  more?: boolean;
  /** A number above zero here is something that somebody must look at. */
  alert?: boolean;
};

/** Low screens scroll the navigation: what is open must not be out of sight. */
const intoView = (link: HTMLElement | null) => link?.scrollIntoView({ block: "nearest" });

/** One place to go, with what waits there. Between lists nothing is asked of the server. */
export const NavItem = memo(function NavItem({
  href,
  search = "",
  label,
  count,
  more = false,
  alert = false,
}: ItemProps) {
  const t = useT();
  const here = useIsHere(href);
  const go = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    if (!staysHere(location.pathname, href)) return;
    event.preventDefault();
    setAddress(href + search, "push");
  };
  return (
    <li>
      <Link
        ref={here ? intoView : null}
        href={href + search}
        prefetch={false}
        onClick={go}
        aria-current={here ? "page" : undefined}
        className={cn(
          "flex min-h-7 items-center justify-between gap-2 rounded-md px-2 pointer-coarse:min-h-11",
          here ? "bg-sel font-medium text-ink" : "text-soft hover:text-ink",
        )}
      >
        <span className="truncate">{label}</span>
        {count === undefined ? null : (
          <span className={alert && count > 0 ? "font-semibold text-held" : "text-faint"}>
            {more ? `${count}+` : count >= COUNT_LIMIT ? `${COUNT_LIMIT - 1}+` : count}
            <span className="sr-only"> {t("tickets", { count })}</span>
          </span>
        )}
      </Link>
    </li>
  );
});
