import type { DemoQuestionText } from "../types";

const LARGE: DemoQuestionText["tiers"] = ["business", "enterprise"];

export const generalQuestions: DemoQuestionText[] = [
  {
    subject: "{Too many e-mails|{n}0 mails a day from Northlane}",
    body: `I get about {n}0 mails a day from you. {I only want to know when someone mentions me.|Can this be one mail in
the morning?} Thanks.`,
    intent: "usage_help",
    category: "general",
    nearest: "notification-settings",
    answers: true,
    cites: ["Choose Daily digest", "Untick the events", "Mentions and approvals"],
    priority: "low",
    sentiment: -0.3,
    followUp: "Blissful silence. Thank you.",
  },
  {
    subject: "{No e-mails at all since {weekday}|E-mails from Northlane stopped}",
    body: `I don't get any mails any more, not even for mentions. {My colleagues do.|It was fine until our mail server
had a problem.}`,
    intent: "bug_report",
    category: "general",
    nearest: "notification-settings",
    answers: true,
    cites: ["If e-mails stopped completely"],
    priority: "normal",
    sentiment: -0.2,
    followUp: "Resume e-mails fixed it.",
  },
  {
    subject: "{Stop following tasks I created|Unfollow old tasks}",
    body: `How do I stop getting news about tasks that I created ages ago but have nothing to do with now?`,
    intent: "usage_help",
    category: "general",
    nearest: "notification-settings",
    answers: true,
    cites: ["You follow a task when"],
    priority: "low",
    sentiment: 0,
  },
  {
    subject: "{Where is our data stored?|Data location for a tender}",
    body: `For a {public tender|client audit} we have to state where our data is, how it is encrypted and how long backups
are kept. Do you have that in writing?`,
    intent: "usage_help",
    category: "general",
    nearest: "data-location-and-backups",
    answers: true,
    cites: [
      "Workspaces are stored in Frankfurt",
      "Data is encrypted with TLS",
      "Backups are made every hour",
    ],
    priority: "normal",
    sentiment: 0.1,
    followUp: "That covers all of it, thank you.",
  },
  {
    subject: "{Security questionnaire|Vendor assessment for {company}}",
    body: `Our security team asks every vendor to fill in the attached sheet with {n}0 questions. {Is there something
ready-made?|We'd need it by {weekday}.}`,
    intent: "usage_help",
    category: "general",
    nearest: "data-location-and-backups",
    answers: true,
    tiers: LARGE,
    cites: ["A filled-in CAIQ questionnaire", "The newest SOC 2 report"],
    priority: "normal",
    sentiment: 0,
    agentReply: `the filled-in CAIQ and the newest SOC 2 report are under Settings > Security > Documents and answer
most of the sheet. I've filled in the few questions that remained and attached it.`,
  },
  {
    subject: "{Move our workspace to the US|Region change}",
    body: `Our new parent company wants the data in the United States. Is that possible for an existing workspace, and
how long would we be offline?`,
    intent: "usage_help",
    category: "general",
    nearest: "data-location-and-backups",
    answers: true,
    tiers: ["enterprise"],
    cites: ["Moving a workspace to another region"],
    priority: "normal",
    sentiment: 0,
    agentReply: `it is possible and takes one weekend, during which the workspace is read-only. I can offer the second
weekend of next month; your named contact will send the plan.`,
  },
  {
    subject: "{Signed DPA|Data processing agreement}",
    body: `Our data protection officer needs a DPA signed by both sides. Where do I get it, and is it the same for
{Starter|all plans}?`,
    intent: "usage_help",
    category: "general",
    nearest: "dpa-and-erasure",
    answers: true,
    cites: [
      "The data processing agreement is part",
      "Enter the legal name",
      "Download the PDF, which",
    ],
    priority: "normal",
    sentiment: 0.1,
    followUp: "Downloaded and filed. Thanks.",
  },
  {
    subject: "{GDPR erasure request|A former employee wants to be erased}",
    body: `A former employee asks us to erase all personal data. We have to answer within the legal period. What do we do in
Northlane, and do {his|her} hours vanish from old reports?`,
    intent: "usage_help",
    category: "general",
    nearest: "dpa-and-erasure",
    answers: true,
    cites: ["To erase a person, an owner", "Name, address and picture", "The erasure is complete"],
    priority: "normal",
    sentiment: 0,
  },
  {
    subject: "{Copy of my personal data|Subject access request}",
    body: `Under article 15 GDPR I ask for a copy of all data that {company} keeps about me in your system. I am a former
contractor and have no access any more.`,
    intent: "unclassified",
    category: "general",
    nearest: "dpa-and-erasure",
    answers: false,
    cites: ["A copy of everything stored"],
    priority: "normal",
    sentiment: -0.2,
    agentReply: `thank you for your request. {company} decides about this data, we only keep it on their behalf; I have
passed it on to their owner today, who can export it with one click and must answer you within a month.`,
  },
  {
    subject: "{Sign-in from a country where nobody works|Suspicious session}",
    body: `The session list of our {workspace|owner} shows a sign-in from {Jakarta|Toronto} last night. None of us was there. Two-step
was on. Are we compromised?`,
    intent: "security_report",
    category: "technical",
    nearest: "report-security-concern",
    answers: true,
    cites: ["For a suspicious sign-in, first"],
    priority: "urgent",
    sentiment: -0.5,
    agentReply: `all sessions of that person are ended. The sign-in belongs to the VPN exit of your own IT provider,
which moved its servers that night; device and authenticator are the same as always. So no intrusion, and
you did well to ask.`,
    followUp: "Thank you for the quick and calm answer.",
  },
  {
    subject: "{Phishing mail that looks like Northlane|Fake invoice mail}",
    body: `{n} of us got a mail "Your Northlane workspace will be deleted" with a link to northlane-billing.example. One
colleague clicked it. Is this from you?`,
    intent: "security_report",
    category: "general",
    nearest: "report-security-concern",
    answers: true,
    cites: ["Northlane never asks for", "For a phishing mail, forward"],
    priority: "urgent",
    sentiment: -0.4,
    agentReply: `no, this isn't from us, and thank you for the warning. We've had the site taken down. I have ended your
colleague's sessions as a precaution; the page only asked for a sign-in link, which is useless after 15
minutes.`,
  },
  {
    subject: "{XSS in task titles|Vulnerability report}",
    body: `Hello security team, a task title with an SVG payload is executed in the {weekly digest preview|print view}. Steps and
a screen recording are attached. I have not looked at data of other workspaces. Happy to retest.`,
    intent: "security_report",
    category: "technical",
    nearest: "report-security-concern",
    answers: false,
    cites: ["For a vulnerability, send", "Researchers who keep to the policy"],
    priority: "urgent",
    sentiment: 0.2,
    agentReply: `thank you for the careful report. We could reproduce it within the hour, and the repair has been live
since 16:40 UTC. A retest is welcome; the bounty form is attached, and you'll be named if you like.`,
    followUp: "Retested, I can't trigger it any more. Well done.",
  },
  {
    subject: "{I see another company's project|Wrong data on my screen}",
    body: `When I opened the shared link of {colleague} I saw a project list that isn't ours, with names of clients I
don't know. I closed it at once. You should look at this NOW.`,
    intent: "security_report",
    category: "technical",
    nearest: "report-security-concern",
    answers: false,
    cites: ["If data of other people may have been seen"],
    priority: "urgent",
    sentiment: -0.6,
    agentReply: `we took this up within minutes. {colleague} is a guest in a second workspace, and the link opened that
one under your colleague's session on the shared computer; no data crossed between companies. The written
analysis is attached.`,
  },
  {
    subject: "{Thank you!|Just a word of praise}",
    body: `No problem for once: we {finished|delivered} {project} on time yesterday, and the timeline was a big part of it. Tell
the team!`,
    intent: "unclassified",
    category: "general",
    nearest: "dependencies-on-timeline",
    answers: false,
    cites: ["The baseline under Timeline"],
    priority: "low",
    sentiment: 0.9,
    agentReply: `you've made our day; I've read your message out in the team round. Congratulations on {project}!`,
  },
  {
    subject: "{Partnership|Reselling Northlane}",
    body: `We're a consultancy with {n}0 clients in project management and would like to offer Northlane to them. Who is the
right person to talk to?`,
    intent: "unclassified",
    category: "general",
    nearest: "upgrade-plan",
    answers: false,
    cites: ["Only an owner can change"],
    priority: "low",
    sentiment: 0.4,
    agentReply: `that sounds interesting. Our partner lead will write to you this week; I've given her your note and
the number of clients.`,
  },
  {
    subject: "{hello|?}",
    body: `{it doesnt work|doesnt work again}. please help {asap|quick}`,
    intent: "unclassified",
    category: "general",
    nearest: "error-403-no-access",
    answers: false,
    cites: ["A 403 means that you are"],
    priority: "normal",
    sentiment: -0.4,
    agentReply: `I'm happy to help. Which page are you on, and what do you see there? A screenshot is the quickest way.`,
    followUp: "sorry was in a hurry. timer button is grey. ok now, had the wrong project open",
  },
];
