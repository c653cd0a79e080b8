import { z } from "zod";
import { recordEvent } from "../event";
import { type Context, requirePermission, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { setTeamAi, teamExists } from "./ai-store";

export const SwitchTeamAiInput = z.object({ teamId: z.uuid(), stopped: z.boolean() });
type SwitchTeamAiInput = z.output<typeof SwitchTeamAiInput>;

/**
 * Stops the AI for a team, or lets it on again. It goes on drafting; nothing leaves without a
 * person, from the next decision on, also for tickets that are queued already.
 *
 * @throws `not_found` when there is no such team
 */
export async function switchTeamAi(
  ctx: Context,
  { teamId, stopped }: SwitchTeamAiInput,
): Promise<{ stopped: boolean }> {
  requirePermission(ctx, "ai.write");

  return transaction(ctx, async (tx) => {
    if (await setTeamAi(tx.db, teamId, stopped)) {
      await recordEvent(tx, "ai.switched", { scope: "team", id: teamId, stopped });
    } else if (!(await teamExists(tx.db, teamId))) {
      throw new AppError("not_found", "There is no such team.");
    }
    return { stopped };
  });
}
