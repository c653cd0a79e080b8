import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getT } from "@/app/i18n";
import { signedIn } from "@/app/signed-in";
import { rich } from "@/components/i18n/rich";
import { DeskAiSwitch, TeamAiSwitches } from "@/components/settings/ai-switches";
import { BandsSetting } from "@/components/settings/bands-setting";
import { ChangesOfSettings } from "@/components/settings/changed-by";
import { FollowUpSetting } from "@/components/settings/follow-up-setting";
import { LimitsSetting } from "@/components/settings/limits-setting";
import { SilenceSetting } from "@/components/settings/number-setting";
import { OverridesSetting } from "@/components/settings/overrides-setting";
import {
  FourEyesSetting,
  SamplingSetting,
  SendModeSetting,
} from "@/components/settings/review-setting";
import { SettingsPage } from "@/components/settings/settings-page";
import { SettingsSection } from "@/components/settings/settings-section";
import { SourcesSetting } from "@/components/settings/sources-setting";
import { UncappedSetting } from "@/components/settings/uncapped-setting";
import { readSettingChanges } from "@/lib/admin";
import { readSettings } from "@/lib/inbox";
import { allowed } from "@/lib/platform/context";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT();
  return { title: t("AI") };
}

/** A form begins anew when what is in force has changed: hence the keys. */
export default async function AiPage() {
  const t = await getT();
  const ctx = await signedIn();
  if (!allowed(ctx.actor, "ai.write")) notFound();
  const settings = await readSettings(ctx);
  const changes = await readSettingChanges(ctx);
  const { bands, bandOverrides, followUp, sources, limits } = settings;
  return (
    <SettingsPage
      title={t("AI")}
      says={t(
        "What the desk may send by itself, what people check, and what drafts are made from.",
      )}
    >
      <SettingsSection title={t("May it answer")}>
        <div className="pb-3.5">
          <DeskAiSwitch stopped={settings.aiStopped} />
        </div>
        <TeamAiSwitches teams={settings.teams} />
      </SettingsSection>
      <ChangesOfSettings changes={changes}>
        <SettingsSection title={t("How sure it must be")}>
          <BandsSetting key={JSON.stringify(bands)} value={bands} overrides={bandOverrides} />
          <OverridesSetting
            key={JSON.stringify(bandOverrides)}
            value={bandOverrides}
            bands={bands}
            categories={settings.categories}
          />
          <UncappedSetting
            key={JSON.stringify(settings.uncapped)}
            value={settings.uncapped}
            categories={settings.categories}
            articles={settings.articles}
          />
        </SettingsSection>
        <SettingsSection title={t("What people check")}>
          <SendModeSetting key={settings.sendMode} value={settings.sendMode} />
          <SamplingSetting key={settings.sampling} value={settings.sampling} />
          <FourEyesSetting
            key={settings.fourEyes.join()}
            value={settings.fourEyes}
            categories={settings.categories}
          />
        </SettingsSection>
        <SettingsSection title={t("How it works")}>
          <SourcesSetting key={JSON.stringify(sources)} value={sources} />
          <SilenceSetting key={settings.silenceSeconds} value={settings.silenceSeconds} />
          <FollowUpSetting key={JSON.stringify(followUp)} value={followUp} />
          <LimitsSetting key={JSON.stringify(limits)} value={limits} />
        </SettingsSection>
      </ChangesOfSettings>
      <ToLearning />
    </SettingsPage>
  );
}

/** Where the rest of it stands. */
async function ToLearning() {
  const t = await getT();
  return (
    <p className="text-soft">
      {rich(
        t,
        "What it has learned, its versions and a version in the shadow stand on the <a>learning page</a>.",
        {
          a: (inner) => (
            <Link
              href="/learning"
              prefetch={false}
              className="text-accent underline underline-offset-2"
            >
              {inner}
            </Link>
          ),
        },
      )}
    </p>
  );
}
