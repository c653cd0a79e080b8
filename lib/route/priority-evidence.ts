import type { Priority } from "../ticket/model";
import type { Cue } from "./cues";

export type Level = Cue & {
  priority: Priority;
  /** Counts only where something is wrong: "by the deadline" alone is no trouble. */
  withTrouble?: boolean;
};

/** Evidence of how pressing a request is, in the order of the specification. */
export const EVIDENCE: readonly Level[] = [
  {
    priority: "urgent",
    says: "an outage",
    weight: 1,
    words:
      /\b(?:(?<!without (?:an |any )?)(?:outage|downtime)|(?:everything|(?:the|your) (?:whole |entire )?(?:site|system|service|app|platform|server|workspace)|production) (?:is|are|has been|seems|went|goes) (?:completely |totally )?(?:down|offline|unreachable|unavailable)|(?:nobody|no one|none of us|everyone|everybody|all (?:of )?(?:our|us|users|members|\d{1,5} \w{1,12})|the whole (?:team|company)|(?:\d{2,5}) people) (?:\w{1,10} ){0,6}(?:(?:can(?:no|')t|can not|can|unable to|gets?) (?:sign|log|work|access|get|use|open|start|connect|reach|load|in)\w{0,4}(?: in)?|(?:is |are )?(?:blocked|locked out))|SSO down|complete standstill)\b/i,
  },
  {
    priority: "urgent",
    says: "data loss",
    weight: 1,
    words:
      /\b(?:(?:lost|lose|losing|gone|deleted|wiped|vanished|disappeared|missing) (?:\w{1,10} ){0,3}(?:all|every|entire|whole|everything) ?(?:\w{1,12} ){0,2}(?:data|files?|projects?|entries|records|tasks|comments|work|hours|everything)|data (?:loss|is gone|was lost|has vanished)|(?:all|every|everything) (?:\w{1,10} ){0,4}(?:is|are|was|were|has|have)(?: been)? (?:gone|deleted|lost|wiped|vanished)|(?:corrupt(?:ed|ion)?) (?:\w{1,8} ){0,2}(?:data|files?|database|backup))\b/i,
  },
  {
    priority: "high",
    says: "work was deleted by accident",
    weight: 1,
    words:
      /\b(?:(?:deleted|removed|overwrote|overwritten|erased) (?:\w{1,12} ){0,5}(?:by (?:accident|mistake)|accidentally)|accidentally (?:deleted|removed|overwrote|erased))\b/i,
  },
  {
    priority: "high",
    withTrouble: true,
    says: "work is blocked",
    weight: 1,
    words:
      /\b(?:(?:can(?:no|')t|can not|unable to|not able to) (?:work|log ?in|sign ?in|access (?:my|our|the)|continue|do (?:my|our) (?:job|work)|pay|get (?:in|into))|blocked|locked out|(?:no|lost) access|stops? (?:us|our|me|the whole)|show-?stopper|business critical|losing (?:money|customers|sales)|payroll|by (?:tonight|this afternoon|tomorrow morning|end of (?:the )?day|EOD)|deadline|go(?:es)? live)\b/i,
  },
];

export const WORKAROUND: Cue = {
  says: "there is a workaround",
  weight: 1,
  words:
    /\b(?:work ?-?arounds?|work around it|(?:as|for) a (?:temporary|stop-?gap)|in the meantime (?:i|we)|(?:other|another|every other) (?:browser|device|phone|projects?|boards?) (?:works?|is fine|are (?:fine|ok))|(?:others|all others|everybody else|the rest) (?:are|is|works?) (?:fine|ok|right)|not urgent|no (?:rush|hurry)|when(?:ever)? you have (?:a moment|time)|minor|cosmetic|typo)\b/i,
};
