import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../..");
const LISTENING = /^Listening on (\S+)/m;

export type ModelStub = {
  /** Its base URL, as an admin would enter it. */
  url: string;
  /** How it behaves from now on; see `db/testing/llm-stub/control.ts`. */
  steer: (control: Record<string, unknown>) => Promise<void>;
  close: () => Promise<void>;
};

/** A provider that speaks the wire protocol, in a process of its own. */
export async function startModelStub(): Promise<ModelStub> {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "db/testing/llm-stub/main.ts", "--port", "0"],
    { cwd: ROOT, stdio: ["ignore", "pipe", "inherit"] },
  );
  const end = () => child.kill("SIGKILL");
  process.once("exit", end); // nothing that was started outlives the caller
  let said = "";
  for await (const chunk of child.stdout) {
    said += String(chunk);
    if (LISTENING.test(said)) break;
  }
  const url = LISTENING.exec(said)?.[1];
  if (!url) throw new Error("the stub of a model did not start");
  return {
    url,
    async steer(control) {
      const at = new URL("/control", url);
      const answer = await fetch(at, { method: "POST", body: JSON.stringify(control) });
      if (!answer.ok) throw new Error(`the stub of a model refused: ${await answer.text()}`);
    },
    async close() {
      process.off("exit", end);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      end();
      await ended;
    },
  };
}
