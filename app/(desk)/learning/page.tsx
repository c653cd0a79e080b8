import type { Metadata } from "next";
import { signedIn } from "@/app/signed-in";
import { NavButton } from "@/components/desk/shell";
import { Answers } from "@/components/learning/answers";
import { Calibration } from "@/components/learning/calibration";
import { Curve } from "@/components/learning/curve";
import { Ledger } from "@/components/learning/ledger";
import { Panel } from "@/components/learning/panel";
import { Versions } from "@/components/learning/versions";
import { readLearning } from "@/lib/insights";
import { allowed } from "@/lib/platform/context";

export const metadata: Metadata = { title: "Learning" };

export default async function LearningPage() {
  const ctx = await signedIn();
  const view = await readLearning(ctx);
  const mayChange = allowed(ctx.actor, "knowledge.write");
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto w-full max-w-3xl p-4">
        <div className="mb-4 flex items-center gap-2">
          <NavButton />
          <h1 className="font-semibold text-lg">Learning</h1>
        </div>
        <Panel title="Curve" hint="How the desk has improved since its first ticket.">
          <Curve points={view.curve} />
        </Panel>
        <Panel title="Calibration" hint="Whether confidence means what it says.">
          <Calibration calibration={view.calibration} calibrationError={view.calibrationError} />
        </Panel>
        <Panel
          title="Ledger"
          hint="Everything that was learned from, the newest first. Taking one back acts at once, and after a restart too."
        >
          <Ledger rows={view.ledger} mayChange={mayChange} />
        </Panel>
        <Panel
          title="Answers"
          hint="What people have sent. An answer stays with its account until two have got it, or a reviewer releases it."
        >
          <Answers rows={view.answers} mayChange={mayChange} />
        </Panel>
        <Panel title="Versions" hint="States to compare, and to go back to.">
          <Versions rows={view.versions} mayChange={allowed(ctx.actor, "settings.write")} />
        </Panel>
      </div>
    </div>
  );
}
