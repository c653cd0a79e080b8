import type { Metadata } from "next";
import Link from "next/link";

import { signedIn } from "@/app/signed-in";
import { NavButton } from "@/components/desk/shell";
import { AcknowledgementSetting } from "@/components/settings/acknowledgement-setting";
import { DeskAiSwitch, TeamAiSwitches } from "@/components/settings/ai-switches";
import { BandsSetting } from "@/components/settings/bands-setting";
import { FollowUpSetting } from "@/components/settings/follow-up-setting";
import {
  AutoCloseSetting,
  SilenceSetting,
  UndoSetting,
} from "@/components/settings/number-setting";
import { OverridesSetting } from "@/components/settings/overrides-setting";
import { RemoveDemo } from "@/components/settings/remove-demo";
import { SettingsSection } from "@/components/settings/settings-section";
import { getSetting } from "@/lib/desk";
import { readSettings } from "@/lib/inbox";
import { allowed } from "@/lib/platform/context";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  const ctx = await signedIn();
  const mayRead = allowed(ctx.actor, "settings.read");
  const mayChange = allowed(ctx.actor, "settings.write");
  const demo = await getSetting(ctx.db, "demo.loaded");
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto w-full max-w-2xl p-4">
        <div className="mb-4 flex items-center gap-2">
          <NavButton />
          <h1 className="font-semibold text-lg">Settings</h1>
        </div>
        {mayRead ? (
          <Forms settings={await readSettings(ctx)} />
        ) : (
          <p className="mb-4 text-soft">Admins change how the desk works.</p>
        )}
        {mayRead ? (
          <SettingsSection title="Jobs">
            <p className="mt-1 mb-3 text-soft">
              What waits, what runs, and what has failed for good:{" "}
              <Link
                href="/settings/jobs"
                prefetch={false}
                className="text-accent underline underline-offset-2"
              >
                open the jobs
              </Link>
              .
            </p>
          </SettingsSection>
        ) : null}
        <SettingsSection title="Demo data">
          <p className="mt-1 mb-3 text-soft">{demo ? HAS_DEMO : NO_DEMO}</p>
          <div className="mb-3">
            {demo && mayChange ? <RemoveDemo /> : null}
            {demo && !mayChange ? <p className="text-faint">An admin can remove it.</p> : null}
          </div>
        </SettingsSection>
      </div>
    </div>
  );
}

/** A form begins anew when what is in force has changed: hence the keys. */
function Forms({ settings }: { settings: Awaited<ReturnType<typeof readSettings>> }) {
  const { bands, bandOverrides, followUp, acknowledgement } = settings;
  return (
    <>
      <SettingsSection title="Automatic answers">
        <div className="pb-3.5">
          <DeskAiSwitch stopped={settings.aiStopped} />
        </div>
        <TeamAiSwitches teams={settings.teams} />
        <div className="border-t">
          <BandsSetting key={JSON.stringify(bands)} value={bands} />
          <OverridesSetting
            key={JSON.stringify(bandOverrides)}
            value={bandOverrides}
            categories={settings.categories}
          />
          <SilenceSetting key={settings.silenceSeconds} value={settings.silenceSeconds} />
          <FollowUpSetting key={JSON.stringify(followUp)} value={followUp} />
        </div>
      </SettingsSection>
      <SettingsSection title="Replies and tickets">
        <UndoSetting key={settings.undoSeconds} value={settings.undoSeconds} />
        <AcknowledgementSetting key={JSON.stringify(acknowledgement)} value={acknowledgement} />
        <AutoCloseSetting key={settings.autoCloseDays} value={settings.autoCloseDays} />
      </SettingsSection>
    </>
  );
}

const HAS_DEMO =
  "This desk holds the people, customers, articles and tickets of an invented company. Nothing of it ever leaves the desk.";
const NO_DEMO = "This desk holds no demo data.";
