import { getSetting } from "../desk";
import { type BandOverride, type Bands, bandsFor } from "../desk/model";
import type { Context } from "../platform/context";
import { toPublicId } from "../platform/ids";
import type { Decision } from "../resolve/model";
import { countDrafts, type PastDraft, type Place, pastDrafts } from "../review";
import { TICKET_PREFIX } from "../ticket/model";
import { evaluator, type Progress } from "./evaluator";
import { type BandCount, type BandsResult, BandsTrial, DRAFT_BINS } from "./model";
import { verdictOf } from "./verdict";

/** Drafts of one read, and between two breaths. */
const PAGE = 2_000;
const BREATH = 500;
/** Tickets that are named for each change. */
const MOST_NAMED = 100;

type Setup = { bands: Bands; overrides: readonly BandOverride[] };

/** What other bands would have sent, flagged and held, on the confidences as they were stored. */
export const bandsEvaluator = evaluator({
  permission: "ai.write",
  input: BandsTrial,
  run: async (ctx, { bands, overrides, last }, progress): Promise<BandsResult> => {
    const inForce = {
      bands: await getSetting(ctx.db, "ai.bands"),
      overrides: await getSetting(ctx.db, "ai.bandOverrides"),
    };
    const trial = makeTrial(inForce, { bands, overrides });
    await progress.begin(await countDrafts(ctx.db, last));
    await eachDraft(ctx, last, progress, trial.add);
    return trial.result();
  },
});

async function eachDraft(
  ctx: Context,
  last: number,
  progress: Progress,
  look: (draft: PastDraft) => void,
): Promise<void> {
  let before: Place | null = null;
  for (let done = 0; done < last; ) {
    const limit = Math.min(PAGE, last - done);
    const page: PastDraft[] = await pastDrafts(ctx.db, before, limit);
    for (let from = 0; from < page.length; from += BREATH) {
      const some = page.slice(from, from + BREATH);
      for (const draft of some) look(draft);
      await progress.step(done + from + some.length);
    }
    done += page.length;
    before = page.at(-1) ?? null;
    if (page.length < limit) return;
  }
}

const none = (): BandCount => ({ n: 0, right: 0, wrong: 0, unknown: 0 });
const noneEach = () => ({ sent: none(), sent_flagged: none(), held: none() });

/** What bands make of a draft that may be sent. */
function bandOf(confidence: number, { send, flag }: Bands, approveFirst: boolean): Decision {
  if (confidence >= send) return "sent";
  return confidence >= flag && !approveFirst ? "sent_flagged" : "held";
}

function makeTrial(inForce: Setup, tried: Setup) {
  const bins = Array.from({ length: DRAFT_BINS }, none);
  const before = noneEach();
  const after = noneEach();
  const moved = new Map<string, BandsResult["moved"][number]>();
  let [looked, blocked, skipped] = [0, 0, 0];
  return {
    add(draft: PastDraft): void {
      looked++;
      if (draft.blocks === null || draft.category === null) {
        skipped++; // kept too little to say what bands would have done
        return;
      }
      const policy = draft.policy ?? {};
      if (!draft.hasDraft || draft.blocks.length > 0 || policy.fourEyes) {
        blocked++; // held whatever the bands say
        return;
      }
      const at = { category: draft.category, channel: draft.channel };
      const verdict = verdictOf(draft);
      const decide = ({ bands, overrides }: Setup) =>
        bandOf(draft.confidence, bandsFor(bands, overrides, at), policy.approveFirst ?? false);
      const [was, is] = [decide(inForce), decide(tried)];
      const bin = Math.min(DRAFT_BINS - 1, Math.floor(draft.confidence * DRAFT_BINS + 1e-9));
      for (const count of [bins[bin], before[was], after[is]]) {
        if (!count) continue;
        count.n++;
        count[verdict]++;
      }
      if (was !== is) noteMove(moved, draft, { was, is, verdict });
    },
    result: (): BandsResult => ({
      ...{ looked, blocked, skipped, bins, before, after },
      moved: [...moved.values()],
    }),
  };
}

function noteMove(
  moved: Map<string, BandsResult["moved"][number]>,
  draft: PastDraft,
  { was, is, verdict }: { was: Decision; is: Decision; verdict: keyof Omit<BandCount, "n"> },
): void {
  const key = `${was}>${is}`;
  const move = moved.get(key) ?? { from: was, to: is, count: none(), tickets: [] };
  moved.set(key, move);
  move.count.n++;
  move.count[verdict]++;
  if (move.tickets.length < MOST_NAMED) {
    const id = toPublicId(TICKET_PREFIX, draft.ticketId);
    move.tickets.push({ id, number: draft.number, confidence: draft.confidence, verdict });
  }
}
