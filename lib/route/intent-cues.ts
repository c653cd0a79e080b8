import type { Cue } from "./cues";
import type { Intent } from "./model";

/** What a message of each intent says; weights are the chance that such words mean it. */
export const INTENT_CUES: Record<Intent, readonly Cue[]> = {
  security_report: [
    {
      says: "names a security weakness",
      weight: 0.8,
      words:
        /\b(?:vulnerabilit(?:y|ies)|security (?:hole|flaw|bug|issue|breach|incident)|data (?:breach|leak)|XSS|CSRF|SQL injection|remote code|CVE-\d{4}|penetration test|pentest|responsible disclosure)\b/i,
    },
    {
      says: "says that somebody else got in",
      weight: 0.8,
      words:
        /\b(?:hacked|hacker|hijacked|account (?:was|is|has been|got) (?:compromised|taken over|breached)|(?:been|was|is|are|were|got|get)(?: we| you| my account)? compromised|unauthori[sz]ed (?:access|login|sign-?in|use|user|transaction|payment|charge|withdrawal|activity)|(?:suspicious|unknown|strange) (?:login|sign-?in|activity|device|transaction)s?|sign-?in from (?:a|an) (?:place|country|city|device) )/i,
    },
    {
      says: "says that somebody else uses what is theirs",
      weight: 0.75,
      words:
        /\b(?:some(?:one|body)(?: else)?|another person|strangers?|thie(?:f|ves)) (?:\w{1,12} ){0,4}(?:using|used|uses|use|accessed|access to|stole|taking money|took money|logged in|signed in|got (?:into|hold)|has got|knows my|has my|may have my|stole my|made a (?:purchase|payment|withdrawal))\b/i,
    },
    {
      says: "reports theft or fraud",
      weight: 0.75,
      words:
        /\b(?:stolen|fraud(?:ulent|ulently|s)?|scam(?:med|mer)?|phish(?:ing|ed)?|identity theft|robbed|mugged|got pick-?pocketed)\b/i,
    },
    {
      says: "reports a lost card, key or device",
      weight: 0.6,
      words:
        /\b(?:(?:lost|missing|misplaced|can'?t find|cannot find|left) (?:\w{1,10} ){0,2}(?:card|wallet|phone|laptop|token|security key|credit card)|(?:card|phone|wallet|laptop) (?:is|was|has been|went|got|has gone) (?:lost|missing|misplaced)|API key (?:\w{1,10} ){0,3}(?:leaked|public|exposed))\b/i,
    },
    {
      says: "disowns a transaction",
      weight: 0.65,
      words:
        /\b(?:(?:did ?n[o']?t|didn'?t|never|have not|haven'?t) (?:make|made|do|did|authori[sz]ed?|approved?) (?:\w{1,10} ){0,3}(?:payment|purchase|transaction|charge|withdrawal|transfer|debit)s?|(?:payment|purchase|transaction|charge|withdrawal|debit)s? (?:\w{1,14} ){0,5}(?:i (?:know )?(?:i )?(?:did ?n[o']?t|didn'?t|never) (?:make|made|do|did|authori[sz]e)|(?:wasn'?t|was not|isn'?t|not) (?:from |made by |by )?me)\b)/i,
    },
    {
      says: "sees another customer's data",
      weight: 0.8,
      words:
        /\b(?:see|sees|seeing|saw|shows?|showing|view|access) (?:\w{1,12} ){0,3}(?:another|other|a different|someone else's|somebody else's) (?:compan(?:y|ies)|customer|account|workspace|organi[sz]ation|tenant|user)(?:'?s)?\b/i,
    },
    {
      says: "leaked secret",
      weight: 0.75,
      words:
        /\b(?:(?:leaked|exposed|published|committed|posted|pasted) (?:\w{1,10} ){0,4}(?:API key|token|password|secret|credentials|link into a public)|(?:API key|token|password|secret|credentials) (?:\w{1,10} ){0,3}(?:leaked|exposed|was published|public repo|on GitHub))\b/i,
    },
  ],
  cancellation_intent: [
    {
      says: "wants to end the subscription or account",
      weight: 0.8,
      words:
        /\b(?:cancel(?:ling|ing|led|ed)?|terminat(?:e|ing)|end|ending|clos(?:e|ing)|delet(?:e|ing)|remov(?:e|ing)|deactivat(?:e|ing)|get rid of|stop|quit) (?:\w{1,10} ){0,3}(?:account|subscription|contract|membership|plan|service|workspace|trial|profile)\b(?! (?:number|page|details|manager))/i,
    },
    {
      says: "says that they leave",
      weight: 0.7,
      words:
        /\b(?:(?:we|i)(?:'re| are|'m| am|'ll| will| want to| plan to) (?:leaving|leave|switching (?:to|away)|switch to|moving (?:to (?:another|a different|your competitor)|away)|quitting|done with you)|take (?:my|our) business elsewhere|not (?:going to )?renew(?:ing)?|do(?:n'?t| not) (?:want|wish|intend) to (?:renew|continue|be your customer|use (?:your|this|the) (?:service|app|product)))\b/i,
    },
    {
      says: "speaks of cancelling",
      weight: 0.55,
      words:
        /\b(?:(?:want|need|like|decided|going|how (?:do|can) (?:i|we)|please|we'?ll|i'?ll)(?: to)? cancel(?= (?:my|our) (?:plan|contract)| with you| immediately| everything| by | before | at the|\s*[.!?]|\s*$)|cancellation (?:notice|period|request|of (?:my|our))|budget cuts?|too expensive for|(?:accounts?|subscription|contract|membership|profile) (?:needs? |must |should |has |to |can |could |please ){1,3}(?:be |get )?(?:deleted|closed|cancell?ed|terminated|removed)|(?:pause|suspend|freeze|cancell?ed) (?:my|our|the) (?:subscription|plan|contract)|(?:subscription|plan|contract) on hold|our renewal|not to renew)/i,
    },
    {
      says: "ends the contract (not English)",
      weight: 0.8,
      words:
        /(?:\b(?:Vertrag|Abo|Abonnement|Konto) (?:\S{1,12} ){0,3}(?:kündigen|beenden|löschen)|\bKündigung\b|\bkündigen\b|\brésilier\b|\brésiliation\b|\bcancelar (?:\S{1,12} ){0,2}(?:cuenta|suscripción|contrato)|\bdarme de baja\b)/iu,
    },
  ],
  billing_problem: [
    {
      says: "was charged wrongly or twice",
      weight: 0.8,
      words:
        /\b(?:double[- ]?charged?|charged? (?:\w{1,10} ){0,4}(?:twice|double|two times|extra|too much|again|wrong|incorrect(?:ly)?|more than)|(?:overcharged|overbilled|billed twice)|(?:two|duplicate|second) (?:charge|payment|invoice|transaction)s?|paid twice|twice (?:\w{1,10} ){0,3}(?:charged|billed|paid|deducted)|wrong (?:amount|invoice|charge|exchange rate|rate|price))\b/i,
    },
    {
      says: "asks about a charge or fee",
      weight: 0.7,
      words:
        /\b(?:(?:was|were|been|being|got|get|am|are|i'?m|be) (?:\w{1,8} )?(?:charged|billed)|(?:charged|billed) (?:me|us|my|our|a|an|for|extra)|(?:extra|unknown|unexpected|strange|additional|random|unfamiliar|weird|this|a|the|hidden) (?:[£$€]?\d{1,6} ?)?(?:charge|fee|debit)s?\b|why (?:\w{1,10} ){0,4}(?:charge|fee)s?\b|(?:charge|fee)s? (?:on|for|from|when|in) )/i,
    },
    {
      says: "asks for money back",
      weight: 0.75,
      words:
        /\b(?:refund(?:s|ed|ing)?|money back|reimburse(?:d|ment)?|chargeback|credit note|(?:reverse|dispute|return) (?:\w{1,8} ){0,3}(?:charge|payment|transaction|debit))\b/i,
    },
    {
      says: "a payment failed or is missing",
      weight: 0.7,
      words:
        /\b(?:(?:payment|transfer|top[- ]?up|deposit|withdrawal|transaction|direct debit|cheque|check|refund|money|funds?|balance|purchase) (?:\w{1,12} ){0,4}(?:failed|fail|declined?|rejected|cancel+ed|reverted|reversed|returned|pending|missing|not (?:gone|arrived|showing|show|gone|been|go|there|updated|come|appear|in|work)|n[o']t (?:gone|arrived|showing|show|been|go|there|updated|come|appear|through|in)|hasn'?t|haven'?t|didn'?t|did ?n[o']t|doesn'?t|wasn'?t|isn'?t|never|still|disappeared|gone|went|not)|(?:failed|declined|missing|pending|rejected|unsuccessful) (?:\w{1,10} ){0,2}(?:payment|transfer|top[- ]?up|deposit|withdrawal|transaction|refund|invoice))\b/i,
    },
    {
      says: "money did not arrive or is wrong",
      weight: 0.65,
      words:
        /\b(?:(?:where|what happened|waiting|never|not|n't|why)(?:'s| is| to| for|) (?:\w{1,12} ){0,4}(?:receiv\w{1,4} |got |get |see |find |have )?(?:\w{1,8} ){0,2}(?:my|the|our) (?:money|refund|transfer|deposit|cash|funds|salary)|(?:unknown|unsure of|do(?:n'?t| not) recogni[sz]e) (?:\w{1,10} ){0,3}(?:deposit|withdrawal|payment|charge|transaction|fee|debit)|(?:transaction|payment|transfer|withdrawal) (?:\w{1,8} ){0,4}(?:unsure|unknown|repeated|recogni[sz]e|to go through)|(?:wrong|incorrect|less|different|correct|requested) (?:amount|cash|money|balance)|exchange rates? (?:\w{1,10} ){0,7}(?:wrong|incorrect|bad|off|n'?t|not|correct)\b|\w{1,7}n'?t (?:give|gave|receive|got|get) (?:\w{1,8} ){0,4}(?:amount|cash|money)|(?:cash|money) (?:\w{1,10} ){0,3}(?:dispensed|withdrawn|missing)|balance (?:\w{1,10} ){0,4}(?:wrong|incorrect|not|n'?t|same|change))\b/i,
    },
    {
      says: "names an invoice problem",
      weight: 0.65,
      words:
        /\b(?:(?:invoice|bill|receipt|VAT|tax|statement|subscription fee)s? (?:\w{1,12} ){0,6}(?:wrong|missing|incorrect|unpaid|overdue|failed|too high|higher|never|not|n't|twice|duplicate|without|still|doubled?|confus\w{1,6})|(?:wrong|missing|incorrect|unpaid|overdue|question about|problem with|two|higher|correct) (?:\w{1,12} ){0,3}(?:invoice|bill|VAT|receipt)s?|(?:invoice|bill) (?:\w{1,10} ){0,4}(?:high|more than|says|shows|lists|has))\b/i,
    },
    {
      says: "names billing",
      weight: 0.5,
      words:
        /\b(?:invoic(?:e|es|ed|ing)|billing|purchase order|VAT|credit card (?:was |is |has )?(?:declined|expired)|price increase|discount|Rechnung(?:en)?|factures?|facturas?|reverse charge|payment method)\b/i,
    },
  ],
  bug_report: [
    {
      says: "shows an error",
      weight: 0.7,
      words:
        /\b(?:error(?:s| message| code)?(?!-)|exception|stack ?trace|crash(?:es|ed|ing)?|HTTP [45]\d\d|(?:a|an|gives?|returns?|get|got|answers?|shows?|status) (?:4\d\d|5\d\d)|timed? ?out|time-?outs?|blank (?:page|screen)|white (?:page|screen)|Fehler(?:meldung)?|erreur)\b/i,
    },
    {
      says: "something does not work",
      weight: 0.7,
      words:
        /(?:(?:\bnot|n't|\b(?:does|do|did|is|are|was|has|have|wo|ca|could|would)nt|\bnever|\bstopped|\bstops|\bno longer|\bquit|\bno) (?:\w{1,10} ){0,3}(?:work(?:s|ing)?|load(?:s|ing|ed)?|open(?:s|ing)?|respond(?:s|ing)?|sync(?:s|ing|ed)?|sav(?:e|es|ing)|connect(?:s|ing)?|start(?:s|ing)?|function(?:s|ing)?|send(?:s|ing)?|display(?:s|ed)?|update[sd]?|arriv(?:e|es|ing)|show(?:s|ing|n)?(?: up)?|appear(?:s|ing)?|accept(?:s|ed|ing)?|recogni[sz]e[sd]?|correct|follow|seen|any mails?)|\b(?:is|are|was|it'?s|keeps?|seems?|went|got|has been|just|my) (?:\w{1,8} )?(?:broken|buggy|cracked|damaged|stuck|frozen|freezing|failing|malfunctioning|unresponsive|down|glitch\w{0,4}|looping)|\b(?:fails?|failed|failing|failure|malfunction\w{0,4})\b|(?:funktioniert nicht|geht nicht|ne (?:marche|fonctionne) (?:pas|plus)|no funciona|n'arrivent plus|sigue igual)\b)/i,
    },
    {
      says: "cannot do what should work",
      weight: 0.6,
      words:
        /\b(?:(?:can(?:no|'|)t|can not|could ?n[o']?t|couldn'?t|unable to|won'?t let (?:me|us)|doesn'?t let (?:me|us)|not (?:able|allow\w{0,3}|letting)(?: me| us)?(?: to)?|nobody can|no one can|none of us can) (?:\w{1,10} ){0,2}(?:log ?in|sign ?in|access|open|use|see|find|load|save|send|connect|verify|upload|download|export|import|pay|transfer|top ?up|withdraw|make|get|add|edit|work|activate|print|reach|enter|change|install|update|do)|(?:locked out|keeps (?:\w{1,10} ){0,2}(?:asking|failing|saying|crashing|logging|loading|spinning|jumping)))\b/i,
    },
    {
      says: "something was refused, lost or wrong",
      weight: 0.6,
      words:
        /\b(?:(?:card|virtual card|PIN|code|passcode|password|login|identity|app|ATM|machine|file|import|request)s? (?:\w{1,10} ){0,4}(?:declined?|rejected|refused|blocked|frozen|swallowed|stuck|denied|invalid|retained)|(?:declined?|rejected|blocked|swallowed|ate) (?:\w{1,6} )?(?:my|our|the) card|(?:vanish(?:es|ed)?|disappear(?:s|ed)?|went missing|lost (?:our|my|all) (?:data|work|changes|entries|projects|comments|time)|jumps? back|skips? rows|out of sync|duplicated?|wrong (?:time|times|date|dates|total|zone|hours?|result|data|order)))\b/i,
    },
    {
      says: "behaves in another way than expected",
      weight: 0.55,
      words:
        /(?:\b(?:won'?t|wont|doesn'?t|doesnt|does not|don'?t (?=get|arrive|show|come|appear|sync|match|see)|stays? (?:empty|blank|the same|where)|still (?:empty|shows?|says?|lists?|blank)|returns? nothing|finds? nothing|closes (?:itself|as soon)|loops?|overwrites?|drifted|runs on|read-only since|(?:having|had|have|in) (?:\w{1,8} )?(?:trouble|problems?|issues?|difficult\w{1,4})|(?:trouble|problems?|issues?) with)\b|\b(?:was|is|were)n'?t (?:correct|right|given|there))/i,
    },
    {
      says: "names a bug or slowness",
      weight: 0.65,
      words:
        /\b(?:bugs?\b|glitch(?:es|y)?|is (?:this|that|it) a bug|broken|cracked|(?:very|so|too|extremely|really|painfully|unbearably|is) slow|slow(?:ly|er)? (?:to load|since|for|today|again|board)|lag(?:s|gy|ging)?|hangs?\b|(?<!without (?:an |any )?)outage|offline for|not reachable|unreachable|keeps? (?:loading|spinning))\b/i,
    },
  ],
  usage_help: [
    {
      says: "asks how to do something",
      weight: 0.75,
      words:
        /\b(?:how (?:do|can|could|would|should|to|does|did|might|am|are|is|must)\b|how (?:long|many|much|often|far|soon|old|late|quickly)\b|what (?:are|is) the (?:steps|way|process|procedure|best way|limit|limits|difference|requirements)|where (?:can|do|is|are|would|should|could|on|in)\b|step[- ]by[- ]step|walk me through|show me how|(?:guide|instructions|documentation|tutorial|manual) (?:on|for|to|about)|wie (?:kann|geht|lange|viel|bekomme)|comment (?:puis|faire|on|peut)|cómo (?:puedo|se|hago))\b/i,
    },
    {
      says: "asks what is possible",
      weight: 0.6,
      words:
        /\b(?:(?:can|could|may|am|are|is|do|does|will|would|should|must|has|have) (?:i|we|you|it|there|my|our|this|the|your|they|one|anyone|clients?|guests?|members?) (?:\w{1,14} ){0,25}\w{1,20}\s?\?|is it possible|is there (?:a|an|any|some)|are there (?:any|some)|am i (?:able|allowed)|what (?:is|are|do|does|if|kind|type|happens|currenc\w{1,4}|countr\w{1,4}|cards?)\b|what'?s\b|which\b|when (?:can|will|do|does|is)\b|who (?:can|is|should|do)\b|why (?:do|is|are|does|can'?t|would|should|has|did)\b)/i,
    },
    {
      says: "asks for help or information",
      weight: 0.5,
      words:
        /\b(?:(?:need|want|would like|'d like|wants|wanted|looking|like) (?:to (?:know|find|learn|understand|get|order|change|use|set|add|update|activate|see|check|open|have|request|replace|make|verify|top|buy|link|transfer)|help|information|a copy|a proof|proof|assistance|advice|more info|support|a (?:new|replacement|second|physical|virtual|disposable))|help (?:me|us)|tell me|explain|update me|i don'?t (?:know|understand|see)|not sure (?:how|if|what|why|whether)|any (?:idea|documentation|guide)|please (?:help|tell|explain|advise|let me know|confirm|send)|clarif(?:y|ication)|confused|apply for|want (?:a|an|one)\b)\b/i,
    },
    {
      says: "asks a question",
      weight: 0.5,
      words:
        /\w[^.!?\n]{0,60}\?(?=\s|$)|\b(?:is|can|do|does|will|are) (?:a|i|you|my|the|we) \w{2,12}\b/i,
    },
  ],
  feature_request: [
    {
      says: "asks for a new feature",
      weight: 0.8,
      words:
        /\b(?:feature request|feature suggestion|(?:would|it'?d) be (?:\w{1,10} )?(?:nice|great|good|helpful|useful|handy|awesome|lovely|cool|perfect) (?:to (?:have|be able|see)|if (?:you|we|i|it|there|the))|(?:please|could you|can you|you should|you could|would you|will you) (?:\w{1,8} )?(?:add|support|implement|introduce|consider|build|bring back|offer (?:a|an))\b|(?:i|we)(?:'d| would)? (?:suggest\b|propose\b|vote for|wish (?:it|you|there|i could|we could)|(?:love|like) (?:if|to see (?:a|an|more|support|this)\b|love to see|for you|what you have|the option|the ability))|on (?:your|the) roadmap|roadmap|suggestion|an idea|any plans (?:to|for)|plan(?:s|ning)? to (?:add|support|build|introduce|offer)|improvement idea|enhancement)/i,
    },
    {
      says: "misses something",
      weight: 0.55,
      words:
        /\b(?:(?:is|are) missing (?:a|an|the) (?:feature|option|way|button)|no (?:way|option|button) to|(?:i|we) miss (?:a|an|the|having)|missing feature|dark (?:mode|theme)|(?:is|are) (?:\w{1,12} ){1,8}planned\b|any date\b|could (?:the|your) (?:\w{1,12} ){1,3}be (?!the)\w{3,12}ed\b|please let (?:me|us) \w{3,12}\b(?! know)|we need tasks|could rates|would save us|ability to|an option to|doesn'?t (?:yet )?support)\b/i,
    },
  ],
};
