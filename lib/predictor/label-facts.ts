import type { Facts } from "./model";

/** What may tell labels apart beside the words, the same when it is learned and when it is asked. */
export function labelFacts(about: { channel: string; tier: string; inTrial: boolean }): Facts {
  return { channel: about.channel, tier: about.tier, trial: about.inTrial ? "yes" : "no" };
}
