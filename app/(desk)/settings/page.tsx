import type { Metadata } from "next";

import { signedIn } from "@/app/signed-in";
import { NavButton } from "@/components/desk/shell";
import { RemoveDemo } from "@/components/settings/remove-demo";
import { getSetting } from "@/lib/desk";
import { allowed } from "@/lib/platform/context";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  const ctx = await signedIn();
  const mayChange = allowed(ctx.actor, "settings.write");
  const demo = await getSetting(ctx.db, "demo.loaded");
  return (
    <div className="mx-auto w-full max-w-2xl p-4">
      <div className="mb-4 flex items-center gap-2">
        <NavButton />
        <h1 className="text-lg font-semibold">Settings</h1>
      </div>
      <section className="rounded-xl border bg-panel p-4" aria-labelledby="demo-heading">
        <h2 id="demo-heading" className="font-semibold">
          Demo data
        </h2>
        <p className="mt-1 mb-3 text-soft">{demo ? HAS_DEMO : NO_DEMO}</p>
        {demo && mayChange ? <RemoveDemo /> : null}
        {demo && !mayChange ? <p className="text-faint">An admin can remove it.</p> : null}
      </section>
    </div>
  );
}

const HAS_DEMO =
  "This desk holds the people, customers, articles and tickets of an invented company. Nothing of it ever leaves the desk.";
const NO_DEMO = "This desk holds no demo data.";
