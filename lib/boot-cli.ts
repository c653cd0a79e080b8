import { chmod, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { ensureCliConnection } from "./channel";
import type { Context } from "./platform/context";
import { publicUrl } from "./platform/env";

/**
 * Leaves beside the data what `npm run ingest` needs to sign its requests: address, connection and
 * secret, readable by the owner only.
 */
export async function writeCliSettings(ctx: Context): Promise<void> {
  const connection = await ensureCliConnection(ctx);
  const folder = path.resolve(ctx.env.DATA_DIR);
  const file = path.join(folder, "ingest.json");
  const text = `${JSON.stringify({ url: publicUrl(ctx.env), ...connection }, null, 2)}\n`;
  await mkdir(folder, { recursive: true }).catch((cause) => {
    throw new Error(`The data folder ${folder} can't be written. Set DATA_DIR to one that can.`, {
      cause,
    });
  });
  await writeFile(file, text, { mode: 0o600 });
  await chmod(file, 0o600); // the mode above counts for new files only
}
