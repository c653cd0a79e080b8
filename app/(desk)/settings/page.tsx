import type { Metadata } from "next";
import { getT } from "@/app/i18n";
import { signedIn } from "@/app/signed-in";
import { NavButton } from "@/components/desk/shell";
import { says } from "@/components/i18n/says";
import { AcknowledgementSetting } from "@/components/settings/acknowledgement-setting";
import { AskRatingSetting } from "@/components/settings/ask-rating-setting";
import { ChangesOfSettings } from "@/components/settings/changed-by";
import { DeskNameSetting, SenderSetting } from "@/components/settings/identity-setting";
import { AutoCloseSetting, UndoSetting } from "@/components/settings/number-setting";
import { RemoveDemo } from "@/components/settings/remove-demo";
import { SettingsSection } from "@/components/settings/settings-section";
import { readSettingChanges } from "@/lib/admin";
import { getSetting } from "@/lib/desk";
import { readSettings } from "@/lib/inbox";
import { allowed } from "@/lib/platform/context";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT();
  return { title: t("Settings") };
}

export default async function SettingsPage() {
  const t = await getT();
  const ctx = await signedIn();
  const mayRead = allowed(ctx.actor, "settings.read");
  const mayChange = allowed(ctx.actor, "settings.write");
  const demo = await getSetting(ctx.db, "demo.loaded");
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto w-full max-w-2xl p-4">
        <div className="mb-4 flex items-center gap-2">
          <NavButton />
          <h1 className="font-semibold text-lg">{t("Settings")}</h1>
        </div>
        {mayRead ? (
          <ChangesOfSettings changes={await readSettingChanges(ctx)}>
            <Replies settings={await readSettings(ctx)} />
          </ChangesOfSettings>
        ) : (
          <p className="mb-4 text-soft">{t("Admins change how the desk works.")}</p>
        )}
        <SettingsSection title={t("Demo data")}>
          <p className="mt-1 mb-3 text-soft">{t(demo ? HAS_DEMO : NO_DEMO)}</p>
          <div className="mb-3">
            {demo && mayChange ? <RemoveDemo /> : null}
            {demo && !mayChange ? (
              <p className="text-faint">{t("An admin can remove it.")}</p>
            ) : null}
          </div>
        </SettingsSection>
      </div>
    </div>
  );
}

/** A form begins anew when what is in force has changed: hence the keys. */
async function Replies({ settings }: { settings: Awaited<ReturnType<typeof readSettings>> }) {
  const t = await getT();
  const { acknowledgement } = settings;
  return (
    <>
      <SettingsSection title={t("Who customers write with")}>
        <DeskNameSetting key={settings.deskName} value={settings.deskName} />
        <SenderSetting key={JSON.stringify(settings.mailFrom)} value={settings.mailFrom} />
      </SettingsSection>
      <SettingsSection title={t("Replies and tickets")}>
        <UndoSetting key={settings.undoSeconds} value={settings.undoSeconds} />
        <AcknowledgementSetting key={JSON.stringify(acknowledgement)} value={acknowledgement} />
        <AskRatingSetting key={String(settings.askRating)} value={settings.askRating} />
        <AutoCloseSetting key={settings.autoCloseDays} value={settings.autoCloseDays} />
      </SettingsSection>
    </>
  );
}

const HAS_DEMO = says(
  "This desk holds the people, customers, articles and tickets of an invented company. Nothing of it ever leaves the desk.",
);
const NO_DEMO = says("This desk holds no demo data.");
