/** Short things that people on both sides say more than once. */

import type { DemoIntent } from "./types";

export const ESCALATED = "No passage of the knowledge base is close enough to draft an answer.";
export const TAKEN_OVER = "A person took the ticket before the draft was ready.";

/** A customer for whom the answer was not enough. */
export const REOPENERS: readonly string[] = [
  "Thanks, but I still see the same thing. Can somebody look at {company} directly?",
  "I did exactly that and nothing changed. What else can I try?",
  "That page looks different for me: I don't have the menu item you mention.",
  "It worked for a moment and is back to how it was. Please have another look.",
  "Thanks for the quick answer. It made no difference here, though. Any other idea?",
];

/** What an agent asks back. */
export const QUESTIONS_BACK: Readonly<Record<DemoIntent, readonly string[]>> = {
  billing_problem: [
    "to get this right, could you tell me which number you expected on {invoice}, and since when?",
    "could you send me the PDF of {invoice} that you have? I'd like to compare it with ours.",
  ],
  bug_report: [
    "thank you for the report. Which browser and version is it, and does it also happen in a private window?",
    "I can't reproduce it yet. Could you send the request id from the foot of the page, and the time?",
    "could you send a short screen recording? Two of us tried and it works here, so we're missing a step.",
  ],
  feature_request: [
    "thank you for the idea. Could you describe one day on which you would have needed it? It helps us design it.",
  ],
  usage_help: [
    "happy to help. Which project and page is it, and which role do you have there?",
    "could you send me a screenshot of what you see there? Then I can tell you the exact click.",
  ],
  cancellation_intent: [
    "before I set this up: is the end of the current period the right date for you, or do you need more time?",
    "would a pause of up to three months help, or is the decision made? Both is fine, I just want to do the right thing.",
  ],
  security_report: [
    "thank you for telling us at once. Could you send the full headers or the exact time in UTC? We've started looking.",
  ],
  unclassified: [
    "I want to pass this to the right colleague. Could you tell me in one sentence what you'd like to happen?",
  ],
};

/** Internal notes. */
export const NOTES: Readonly<Record<DemoIntent, readonly string[]>> = {
  billing_problem: [
    "Compared {invoice} with the seat history: the customer has a point. Preparing the correction.",
    "Asked finance whether something arrived for {invoice}. Answer expected today.",
  ],
  bug_report: [
    "Reproduced with a copy of {project}. Trace attached to the engineering issue.",
    "Not reproducible on staging. Watching the logs of {company} for the next occurrence.",
    "Same pattern as two other workspaces this month; linking the tickets.",
  ],
  feature_request: [
    "Added the vote and the quote to the product board.",
    "Good example for the discovery interviews. Asked whether we may contact them.",
  ],
  usage_help: [
    "Looked at the workspace: settings are fine, it is a question of the role.",
    "The article answers half of it. Worth a second paragraph in the help centre.",
  ],
  cancellation_intent: [
    "Usage dropped two months ago, about when {colleague} left. Calling instead of writing.",
    "Checked what a smaller plan would come to, so that I can offer it.",
  ],
  security_report: [
    "Access log pulled for the last 72 hours. Nothing unusual so far, second pair of eyes requested.",
    "Classified as medium until proven otherwise. Timeline document started.",
  ],
  unclassified: [
    "Not ours to answer alone; asked the team that owns it.",
    "Read twice, needs a person.",
  ],
};
