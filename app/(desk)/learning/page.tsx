import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { Suspense } from "react";
import { getT } from "@/app/i18n";
import { signedIn } from "@/app/signed-in";
import { NavButton } from "@/components/desk/shell";
import { Answers } from "@/components/learning/answers";
import { Calibration } from "@/components/learning/calibration";
import { Curve } from "@/components/learning/curve";
import { Headline } from "@/components/learning/headline";
import { Labels } from "@/components/learning/labels";
import { Ledger } from "@/components/learning/ledger";
import { Panel } from "@/components/learning/panel";
import {
  calibrationQuery,
  ledgerQuery,
  progressQuery,
  unknownQuery,
} from "@/components/learning/progress-queries";
import { Ratings } from "@/components/learning/ratings";
import { Unknown } from "@/components/learning/unknown";
import { Versions } from "@/components/learning/versions";
import { Skeleton } from "@/components/ui/skeleton";
import {
  countAnswers,
  readCalibration,
  readLedger,
  readProgress,
  readUnknownKinds,
} from "@/lib/insights";
import { allowed } from "@/lib/platform/context";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT();
  return { title: t("Learning") };
}

export default async function LearningPage() {
  const t = await getT();
  const ctx = await signedIn();
  const mayChange = allowed(ctx.actor, "knowledge.write");
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto w-full max-w-6xl p-4">
        <div className="mb-4 flex items-center gap-2">
          <NavButton />
          <h1 className="font-semibold text-lg">{t("Learning")}</h1>
        </div>
        <Suspense fallback={<Skeleton className="mb-4 h-96 w-full" />}>
          <Figures mayChange={mayChange} />
        </Suspense>
        <div className="grid gap-x-4 lg:grid-cols-2">
          <Panel title={t("Labels")} hint={t("What people changed of what routing had said.")}>
            <Labels />
          </Panel>
          <Panel
            title={t("Ratings")}
            hint={t("What customers said of replies, from 1 (bad) to 5 (good).")}
          >
            <Ratings />
          </Panel>
        </div>
        <Panel
          title={t("Versions")}
          hint={t(
            "States to compare and to go back to, and other settings to try where nobody sees them.",
          )}
        >
          <Versions mayChange={allowed(ctx.actor, "ai.write")} />
        </Panel>
        <Panel
          title={t("Answers")}
          hint={t(
            "What people have sent. An answer stays with its account until two have got it, or a reviewer releases it.",
          )}
        >
          <Suspense fallback={<Skeleton className="h-8 w-full" />}>
            <Sent />
          </Suspense>
        </Panel>
        <Panel
          title={t("Ledger")}
          hint={t(
            "Everything that was learned from, the newest first. Taking one back acts at once, and after a restart too.",
          )}
        >
          <Suspense fallback={<Skeleton className="h-40 w-full" />}>
            <Learned mayChange={mayChange} />
          </Suspense>
        </Panel>
      </div>
    </div>
  );
}

/** The answer to how it has improved, and what it does not know. */
async function Figures({ mayChange }: { mayChange: boolean }) {
  const t = await getT();
  const ctx = await signedIn();
  const client = new QueryClient();
  const [progress, calibration, unknown] = await Promise.all([
    readProgress(ctx),
    readCalibration(ctx),
    readUnknownKinds(ctx, {}),
  ]);
  client.setQueryData(progressQuery.queryKey, progress);
  client.setQueryData(calibrationQuery.queryKey, calibration);
  client.setQueryData(unknownQuery("open", false).queryKey, unknown);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <Panel title={t("Since day one")} hint={t("From this desk’s own tickets.")}>
        <Headline />
      </Panel>
      <div className="grid gap-x-4 lg:grid-cols-2">
        <Panel title={t("Curve")} hint={t("How the desk has improved since its first ticket.")}>
          <Curve />
        </Panel>
        <Panel title={t("Calibration")} hint={t("Whether confidence means what it says.")}>
          <Calibration />
        </Panel>
      </div>
      <Panel
        title={t("Unknown questions")}
        hint={t("Held because they are unlike anything seen, gathered by kind.")}
      >
        <Unknown mayChange={mayChange} />
      </Panel>
    </HydrationBoundary>
  );
}

async function Sent() {
  return <Answers counts={await countAnswers(await signedIn())} />;
}

async function Learned({ mayChange }: { mayChange: boolean }) {
  const client = new QueryClient();
  const first = await readLedger(await signedIn(), {});
  client.setQueryData(ledgerQuery(null).queryKey, { pages: [first], pageParams: [0] });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <Ledger mayChange={mayChange} />
    </HydrationBoundary>
  );
}
