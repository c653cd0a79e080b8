import type { Context } from "../platform/context";
import { share } from "./backoff";
import { type Entered, enterLane } from "./lanes";
import type { Outgoing } from "./outgoing";

/** Room for handing this reply over. What stays in the house needs none. */
export function laneOf(ctx: Context, { delivery }: Outgoing): Entered {
  const now = ctx.now().getTime();
  const lane = enter(ctx, delivery, now);
  if (lane.kind === "entered") return lane;
  // Those that wait together come back one by one.
  return { ...lane, pauseMs: Math.round(lane.pauseMs * (1 + share(`${delivery.id}:${now}`))) };
}

function enter(ctx: Context, delivery: Outgoing["delivery"], now: number): Entered {
  const { transport, destination } = delivery;
  if (transport === "webhook") return enterLane("webhook", hostOf(destination), now);
  if (transport === "smtp") return enterLane("smtp", ctx.env.SMTP_URL ?? "", now);
  return { kind: "entered", leave: () => undefined };
}

const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).host : url);
