import type { ReactNode } from "react";
import { getT } from "@/app/i18n";
import { signedIn } from "@/app/signed-in";
import { says } from "@/components/i18n/says";
import { SettingsNav } from "@/components/settings/settings-nav";
import { allowed, type Permission } from "@/lib/platform/context";

type Page = { href: string; label: string; needs: Permission };

/** Every page of the settings, and who may open it. Each page asks again. */
const PAGES: { title: string; links: Page[] }[] = [
  {
    title: says("Desk"),
    links: [
      { href: "/settings", label: says("General"), needs: "settings.read" },
      { href: "/settings/people", label: says("People, teams"), needs: "people.write" },
      { href: "/settings/connections", label: says("API and ingest"), needs: "channels.write" },
    ],
  },
  {
    title: says("Tickets"),
    links: [
      { href: "/settings/ai", label: says("AI"), needs: "ai.write" },
      { href: "/settings/models", label: says("Models"), needs: "ai.write" },
      { href: "/settings/tools", label: says("Tools"), needs: "ai.write" },
      { href: "/settings/rules", label: says("Routing rules"), needs: "rules.write" },
      { href: "/settings/sla", label: says("Promises (SLA)"), needs: "rules.write" },
      { href: "/settings/labels", label: says("Intents, categories"), needs: "content.write" },
      { href: "/settings/content", label: says("Macros, tags"), needs: "content.write" },
    ],
  },
  {
    title: says("System"),
    links: [
      { href: "/settings/system", label: says("System"), needs: "settings.read" },
      { href: "/settings/jobs", label: says("Jobs"), needs: "settings.read" },
      { href: "/settings/audit", label: says("Audit log"), needs: "audit.read" },
    ],
  },
];

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const { actor } = await signedIn();
  const t = await getT();
  const groups = PAGES.map(({ title, links }) => ({
    title: t(title),
    links: links
      .filter(({ needs }) => allowed(actor, needs))
      .map(({ href, label }) => ({ href, label: t(label) })),
  })).filter(({ links }) => links.length > 0);
  return (
    <div className="flex h-full flex-col md:flex-row">
      {groups.length > 0 ? <SettingsNav groups={groups} /> : null}
      <div className="min-h-0 min-w-0 flex-1">{children}</div>
    </div>
  );
}
