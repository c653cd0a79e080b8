import type { DemoQuestionText } from "../types";

export const planQuestions: DemoQuestionText[] = [
  {
    subject: "{Adding {n} seats next week|New colleagues start on {weekday}}",
    body: `{n} new colleagues start on {weekday}. If I add seats now, do we pay for the whole month or only for
the days that are left?`,
    intent: "usage_help",
    category: "billing",
    nearest: "add-or-remove-seats",
    answers: true,
    cites: ["Added seats work at once", "Check the preview"],
    priority: "normal",
    sentiment: 0.2,
  },
  {
    subject: "{Can't lower the number of seats|Seat number won't go down}",
    body: `The field for seats jumps back to {seats} whenever I type a smaller number. {I reloaded and tried
another browser.|Tried Chrome and Firefox, same thing.}`,
    intent: "usage_help",
    category: "billing",
    nearest: "add-or-remove-seats",
    answers: true,
    cites: ["You cannot go below the number", "Deactivate the people who have left"],
    priority: "normal",
    sentiment: -0.3,
    alreadyTried: ["another browser", "reload"],
    agentReply: `the number can't go below your active members. {n} people in your list haven't signed in for
half a year; deactivate those under Settings > People and the field will accept the smaller number.`,
  },
  {
    subject: "{Do clients need a paid seat?|Seats for external reviewers}",
    body: `We'd like to let {n} clients look at the timeline of {project}. Does each of them cost a seat?`,
    intent: "usage_help",
    category: "billing",
    nearest: "add-or-remove-seats",
    answers: true,
    cites: ["A seat is one active member"],
    priority: "low",
    sentiment: 0.2,
    followUp: "Great, that's what I hoped. Thanks!",
  },
  {
    subject: "{Upgrade from Starter to Business|What happens when we upgrade?}",
    body: `We need {SSO|timesheet approval} and think about going to Business. Will we lose anything, and {do we
pay|will we be billed} at once or with the next invoice?`,
    intent: "usage_help",
    category: "billing",
    nearest: "upgrade-plan",
    answers: true,
    cites: ["An upgrade takes effect at once", "Confirm the preview", "Business adds SAML"],
    priority: "normal",
    sentiment: 0.4,
    tiers: ["starter"],
  },
  {
    subject: "{Upgrade button is missing|Can't find Compare plans}",
    body: `I want to upgrade and your help page says "Compare plans". There is no such button on my screen.
{Signed out and in again already.|I even tried it on my tablet.}`,
    intent: "usage_help",
    category: "billing",
    nearest: "upgrade-plan",
    answers: true,
    cites: ["If the Compare plans button is missing", "Only an owner can change"],
    priority: "normal",
    sentiment: -0.3,
    alreadyTried: ["signed out and in"],
    tiers: ["starter", "business"],
  },
  {
    subject: "{Quote for Enterprise, about {seats} seats|Enterprise pricing}",
    body: `Hi, could somebody send me a quote for Enterprise? We would need {n} more seats, SCIM and storage in the
EU, and our board meets on {weekday}.`,
    intent: "unclassified",
    category: "general",
    nearest: "upgrade-plan",
    answers: false,
    cites: ["Enterprise adds SCIM provisioning", "Starter is 7"],
    priority: "normal",
    sentiment: 0.3,
    tiers: ["business"],
    agentReply: `thank you for asking. I've passed this to Milena in our sales team with your numbers; she will
send the quote today, so that you have it well before {weekday}.`,
  },
  {
    subject: "{Going back to Starter|Move to the smaller plan}",
    body: `We don't use the workload view or SSO. How do we go back to Starter, and what happens to {approved
timesheets|our webhooks}?`,
    intent: "usage_help",
    category: "billing",
    nearest: "downgrade-plan",
    answers: true,
    cites: ["You can schedule a move", "When you leave Business", "Nothing is deleted"],
    priority: "normal",
    sentiment: -0.1,
    tiers: ["business"],
  },
  {
    subject: "{Downgraded by mistake|Undo the plan change please}",
    body: `My colleague {colleague} clicked the lower plan while looking around. We do NOT want that. Can it be
{undone|stopped}?`,
    intent: "billing_problem",
    category: "billing",
    nearest: "downgrade-plan",
    answers: true,
    cites: ["A scheduled downgrade can be undone", "You can schedule a move"],
    priority: "high",
    sentiment: -0.4,
    tiers: ["business"],
    followUp: "Found it and undone. Phew. Thanks!",
  },
  {
    subject: "{Plan changed without us doing anything|Why are we on Starter?}",
    body: `Since {weekday} our workspace says Starter and SSO is off. Nobody here changed it. {seats} people can't
sign in the usual way. We pay for Business.`,
    intent: "billing_problem",
    category: "billing",
    nearest: "downgrade-plan",
    answers: false,
    cites: ["When you leave Business"],
    priority: "urgent",
    sentiment: -0.7,
    tiers: ["business"],
    agentReply: `I've put you back on Business and SSO works again. The audit log shows that the change was
scheduled five weeks ago by a former owner of your workspace. I've also made sure that you aren't billed
for the switch back.`,
  },
  {
    subject: "{Price after our discount ends|What will we pay next year?}",
    body: `Our start-up discount ends soon. {Can you tell me what|What} we will pay for {seats} seats afterwards,
yearly, and is there any room for negotiation?`,
    intent: "unclassified",
    category: "billing",
    nearest: "upgrade-plan",
    answers: false,
    cites: ["Starter is 7 euros per seat"],
    priority: "normal",
    sentiment: 0,
    agentReply: `on yearly billing you pay ten months for twelve, which comes to {amount} for your seats. I can
keep half of the discount for another year if you renew before it ends; shall I prepare that?`,
  },
  {
    subject: "{We want to cancel|Ending our subscription}",
    body: `{Hello, we|We} have decided to move to another tool at the end of the month. How do I cancel, and how do
I get {all our data|everything} out before that?`,
    intent: "cancellation_intent",
    category: "billing",
    nearest: "end-subscription",
    answers: true,
    cites: [
      "An owner can end the subscription",
      "Export what you need first",
      "After the last day",
    ],
    priority: "urgent",
    sentiment: -0.2,
    agentReply: `I'm sorry to see you go. You can export everything under Settings > Data > Full export and end
the subscription under Settings > Plan; it then runs until the end of the period. If there is one thing
that would have made you stay, I'd be glad to hear it.`,
  },
  {
    subject: "{Too expensive for what we use|Thinking about leaving}",
    body: `Honestly, {amount} a month for a to-do list with timers is too much for us. Half of the team doesn't
even sign in. {Give me a reason to stay.|If there is nothing cheaper we are gone.}`,
    intent: "cancellation_intent",
    category: "billing",
    nearest: "downgrade-plan",
    answers: false,
    cites: ["You can schedule a move", "A scheduled downgrade can be undone"],
    priority: "urgent",
    sentiment: -0.6,
    agentReply: `that's a fair point, and I looked at your numbers: {n} of your seats were not used in the last
60 days. Without them and on Starter you would pay less than half, with timers and boards exactly as they
are. Shall I set that up from the next period?`,
    followUp: "Ok, that sounds reasonable. Please go ahead with it.",
    closingReply: `done: the change takes effect with the next period, and nothing moves until then. Thank you
for staying with us.`,
  },
  {
    subject: "{Pause over the winter|Can we put the subscription on hold?}",
    body: `We're a seasonal business and have no projects for {two|three} months. Is there a way to pause instead
of cancelling? I don't want to lose our templates.`,
    intent: "cancellation_intent",
    category: "billing",
    nearest: "end-subscription",
    answers: true,
    cites: ["To pause instead"],
    priority: "normal",
    sentiment: 0.1,
    tiers: ["starter", "business"],
    followUp: "That is exactly what we need, thank you.",
  },
  {
    subject: "{Cancelled but still invoiced|Invoice after the end}",
    body: `I deleted all our projects and removed everyone in summer, so we obviously cancelled. And now {invoice}
arrives over {amount}. {This is ridiculous.|I will not settle this.}`,
    intent: "cancellation_intent",
    category: "billing",
    nearest: "end-subscription",
    answers: true,
    cites: ["Deleting single members or projects", "Open Settings > Plan and choose End"],
    priority: "urgent",
    sentiment: -0.8,
    agentReply: `I understand the anger. Deleting projects doesn't end a subscription, but nobody has used the
workspace since summer, so I have ended it today and issued a credit note over {amount} for {invoice}.`,
  },
  {
    subject: "{Reactivate our old workspace|We're coming back}",
    body: `We cancelled about {five|six} weeks ago and regret it. Is our data still there? I can see the projects
but can't edit anything.`,
    intent: "usage_help",
    category: "billing",
    nearest: "end-subscription",
    answers: true,
    cites: ["After the last day", "During the 60 days"],
    priority: "normal",
    sentiment: 0.3,
    agentReply: `welcome back! Everything is still in place. I've sent you the link to reactivate; after that,
all projects are writable again within a few minutes.`,
  },
  {
    subject: "{Let me speak to a person about our contract|Please call me}",
    body: `I have now had two automatic answers about our renewal and neither helped. I would like to speak to a
real person. {My number is in my profile.|Any time after 2 pm is fine.}`,
    intent: "cancellation_intent",
    category: "billing",
    nearest: "end-subscription",
    answers: false,
    cites: ["An owner can end the subscription"],
    priority: "urgent",
    sentiment: -0.7,
    tiers: ["business", "enterprise"],
    agentReply: `{agent} here, a person indeed. I'm sorry about the runaround. I'll call you this afternoon with
your agreement in front of me; if another time suits you better, just reply with it.`,
  },
  {
    subject: "{Kündigung zum Monatsende|Vertrag kündigen}",
    body: `Sehr geehrte Damen und Herren, hiermit kündigen wir unser Abonnement zum nächstmöglichen Termin. Bitte
bestätigen Sie uns das Enddatum schriftlich und teilen Sie uns mit, wie lange unsere Daten noch abrufbar
sind.`,
    intent: "cancellation_intent",
    category: "billing",
    nearest: "end-subscription",
    answers: true,
    cites: ["After the last day"],
    priority: "urgent",
    sentiment: -0.2,
    language: "de",
    agentReply: `wir bestätigen die Kündigung zum Ende der laufenden Abrechnungsperiode. Danach bleibt Ihr
Arbeitsbereich 60 Tage lesbar; einen vollständigen Export finden Sie unter Einstellungen > Daten.`,
  },
  {
    subject: "{Budget cut, need to stop in January|Leadership wants one tool}",
    body: `Management has decided that we'll all use the tool of our parent company. I'd rather stay, but that's
not my call. What do I need to do, and can {colleague} keep read access for a while?`,
    intent: "cancellation_intent",
    category: "billing",
    nearest: "end-subscription",
    answers: true,
    cites: ["An owner can end the subscription", "After the last day"],
    priority: "urgent",
    sentiment: -0.1,
    tiers: ["business", "enterprise"],
    agentReply: `thank you for telling us so kindly. After the last day everybody keeps read access for 60 days,
{colleague} included. If you export before then, nothing gets lost. And if the decision is reversed, it
takes one click to come back.`,
  },
];
