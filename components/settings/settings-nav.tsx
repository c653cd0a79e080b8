"use client";

import Link from "next/link";
import { usePathname, useRouter } from "next/navigation";
import { useT } from "@/components/i18n/context";
import { cn } from "@/components/ui/cn";
import { Select } from "@/components/ui/select";

type SettingsGroup = { title: string; links: { href: string; label: string }[] };

/** Pages of the settings that the viewer may open: a column, or a list to choose from on phones. */
export function SettingsNav({ groups }: { groups: readonly SettingsGroup[] }) {
  const t = useT();
  const path = usePathname();
  const router = useRouter();
  const links = groups.flatMap((group) => group.links);
  // The longest that fits: /settings stands before all others.
  const here = links
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0]?.href;
  return (
    <nav aria-label={t("Settings")} className="shrink-0 bg-bg max-md:border-b md:w-40 md:border-r">
      <div className="px-4 py-2 md:hidden">
        <Select
          label={t("Page of the settings")}
          value={here ?? ""}
          options={links.map(({ href, label }) => ({ value: href, label }))}
          onValueChange={(href) => router.push(href)}
          className="w-full"
        />
      </div>
      <div className="hidden px-2 py-3 md:block">
        {groups.map(({ title, links: pages }) => (
          <div key={title}>
            <h2 className="px-2 pt-2.5 pb-1 font-medium text-2xs text-faint">{title}</h2>
            <ul className="flex flex-col gap-0.5">
              {pages.map(({ href, label }) => (
                <li key={href}>
                  <Link
                    href={href}
                    prefetch={false}
                    aria-current={here === href ? "page" : undefined}
                    className={cn(
                      "flex min-h-7 items-center rounded-md px-2 pointer-coarse:min-h-11",
                      here === href ? "bg-sel font-medium text-ink" : "text-soft hover:text-ink",
                    )}
                  >
                    {label}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </nav>
  );
}
