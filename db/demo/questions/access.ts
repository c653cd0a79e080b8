import type { DemoQuestionText } from "../types";

const LARGE: DemoQuestionText["tiers"] = ["business", "enterprise"];

export const accessQuestions: DemoQuestionText[] = [
  {
    subject: "{Setting up SSO with Okta|SAML with Entra ID}",
    body: `We want to connect {Okta|Entra ID} this week. Which URLs do I need and which attributes do you expect?
I'm an owner of the {company} workspace.`,
    intent: "usage_help",
    category: "technical",
    nearest: "set-up-saml-sso",
    answers: true,
    tiers: LARGE,
    cites: [
      "Open Settings > Security > SSO",
      "Copy the ACS URL",
      "Set the NameID format",
      "Paste the metadata URL",
    ],
    priority: "normal",
    sentiment: 0.2,
    followUp: "Test sign-in is green. Thanks, that was painless.",
  },
  {
    subject: "{Is it safe to require SSO?|Fear of locking everyone out}",
    body: `Before I flip the "Require SSO" switch for {seats} people: what happens to {freelancers with other
addresses|people who are signed in}? And what if our provider is down that day?`,
    intent: "usage_help",
    category: "technical",
    nearest: "set-up-saml-sso",
    answers: true,
    tiers: LARGE,
    cites: ["Keep one owner on e-mail sign-in", "Guests from other domains", "Members are matched"],
    priority: "normal",
    sentiment: 0,
    agentReply: `existing sessions continue, so nobody is thrown out. Freelancers with other addresses keep the
e-mail link. Leave one owner on e-mail sign-in, and you have a way in if your provider is down.`,
  },
  {
    subject: "{Domain confirmation fails|TXT record not found}",
    body: `I added the TXT record for our domain {yesterday|on {weekday}} and dig shows it, but the SSO page still
says "not confirmed". What am I missing?`,
    intent: "bug_report",
    category: "technical",
    nearest: "set-up-saml-sso",
    answers: false,
    tiers: LARGE,
    cites: ["Confirming a domain takes one DNS"],
    priority: "normal",
    sentiment: -0.2,
    alreadyTried: ["checked DNS with dig"],
    agentReply: `the record sits on www, while we look at the bare domain. Move it to the bare domain, choose
Check again, and it will be confirmed within a few minutes. We'll make the message say so.`,
    followUp: "That was it. Confirmed now, thanks!",
  },
  {
    subject: "{SAML login loops|Endless redirect after SSO sign-in}",
    body: `Since {weekday} {several of us|about {n} people} end up on the sign-in page again after our identity
provider says OK. {Private window doesn't help.|Clearing the cache didn't help.} Others are fine.`,
    intent: "bug_report",
    category: "technical",
    nearest: "saml-sign-in-errors",
    answers: true,
    tiers: LARGE,
    cites: [
      "Settings > Security > SSO > Recent attempts",
      "A loop that returns to the sign-in page",
    ],
    priority: "high",
    sentiment: -0.4,
    alreadyTried: ["private window", "cleared cache"],
    agentReply: `Recent attempts shows that those sign-ins come from a browser profile where your company policy
blocks cookies of app.northlane.example. Once your IT allows them, the loop stops; I've mailed you the list
of the people who are affected.`,
  },
  {
    subject: '{"Signature invalid" for everyone|SSO down after certificate change}',
    body: `Nobody at {company} can sign in, the error is "Signature invalid". Our identity team rotated the
certificate last night. {seats} people can't work. What do we do?`,
    intent: "bug_report",
    category: "technical",
    nearest: "saml-sign-in-errors",
    answers: true,
    tiers: LARGE,
    cites: ['"Signature invalid" means', "If every owner is locked out"],
    priority: "urgent",
    sentiment: -0.6,
    followUp: "New metadata uploaded, everybody is in. Thank you!!",
  },
  {
    subject: "{All owners locked out|No one can get into settings}",
    body: `We switched on Require SSO and the test passed, but now none of the three owners gets in ("Audience
mismatch"). There is no way back to the settings. Please switch it off for us.`,
    intent: "bug_report",
    category: "technical",
    nearest: "saml-sign-in-errors",
    answers: true,
    tiers: LARGE,
    cites: ['"Audience mismatch" means', "If every owner is locked out"],
    priority: "urgent",
    sentiment: -0.6,
    alreadyTried: ["signed in with three owners"],
    agentReply: `please open app.northlane.example/recover with your address: you get a link that works once and
bypasses SSO. The Entity ID in your provider ends with a slash and ours doesn't; take it away and the
test will pass.`,
  },
  {
    subject: '{New hire: "No such member"|SSO doesn\'t know our new colleague}',
    body: `{colleague} joined on {weekday} and gets "No such member" with SSO. {Everyone else works.|She is in the
right Okta group.}`,
    intent: "usage_help",
    category: "technical",
    nearest: "saml-sign-in-errors",
    answers: true,
    tiers: LARGE,
    cites: ['"No such member" means'],
    priority: "normal",
    sentiment: -0.1,
  },
  {
    subject: "{SCIM: removed people still active|Leavers keep their seat}",
    body: `We removed {n} leavers in Entra ID {this morning|an hour ago} and Northlane still lists them as active.
Is provisioning broken?`,
    intent: "usage_help",
    category: "technical",
    nearest: "scim-provisioning",
    answers: true,
    tiers: ["enterprise"],
    cites: ["A person who is removed", "SCIM never deletes members"],
    priority: "normal",
    sentiment: -0.2,
  },
  {
    subject: "{SCIM created duplicate teams|Every team exists twice}",
    body: `After we connected SCIM there is "design" and "Design", "sales" and "Sales" and so on. How do we merge
them, and why did it happen?`,
    intent: "usage_help",
    category: "technical",
    nearest: "scim-provisioning",
    answers: true,
    tiers: ["enterprise"],
    cites: ["Group names must match team names"],
    priority: "normal",
    sentiment: -0.4,
    agentReply: `SCIM compares names including capitals, so "design" became a new team beside "Design". I've
merged the {n} pairs for you; please rename the groups on your side to match before the next sync.`,
  },
  {
    subject: "{SCIM token expired without a warning|Provisioning stopped}",
    body: `Our sync has been failing since {weekday} with 401. The token seems to have ended. Nobody got a mail
about it, the owner who set it up left in {spring|summer}.`,
    intent: "bug_report",
    category: "technical",
    nearest: "scim-provisioning",
    answers: true,
    tiers: ["enterprise"],
    cites: ["The token is valid for one year", "Open Settings > Security > Provisioning"],
    priority: "high",
    sentiment: -0.4,
  },
  {
    subject: "{403 on the dashboard|Dashboard shows 403 since yesterday}",
    body: `Since {yesterday|{weekday}} I get a 403 when I open the dashboard of {project}. It worked last week. I
{already signed out and in|cleared my cookies}.`,
    intent: "bug_report",
    category: "technical",
    nearest: "error-403-no-access",
    answers: true,
    cites: [
      "A 403 means that you are signed in",
      "Ask an owner to open Settings > People",
      "If it is a single project",
    ],
    priority: "high",
    sentiment: -0.3,
    alreadyTried: ["signed out and in", "cleared cookies"],
    agentReply: `your role was changed from Manager to Member on {weekday}, and dashboards need Manager. I can't
change roles for you, but your owner can do it in a minute under Settings > People.`,
    followUp: "Our owner fixed it. Thank you!",
  },
  {
    subject: "{Nobody can open anything: 403|403 for the entire company}",
    body: `ALL of us get "You don't have access" on every page since about 9 this morning, from home. In the
office it works. What is going on?`,
    intent: "bug_report",
    category: "technical",
    nearest: "error-403-no-access",
    answers: true,
    tiers: LARGE,
    cites: ["If all members see 403 at the same moment"],
    priority: "urgent",
    sentiment: -0.6,
    agentReply: `one of your administrators restricted sign-in to the office network this morning under Settings
> Security > Networks, most likely by accident. Add your VPN range there, or switch it off, and home
office works again.`,
  },
  {
    subject: "{As an owner I can't see a project|Private project hidden from me}",
    body: `I'm the owner of the workspace and get 403 for {project}. How can there be something that I, as owner,
am not allowed to see?`,
    intent: "usage_help",
    category: "technical",
    nearest: "error-403-no-access",
    answers: true,
    cites: ["Private projects answer 403"],
    priority: "normal",
    sentiment: -0.3,
  },
  {
    subject: "{Who deleted our tasks?|Need to know who removed {project}}",
    body: `Somebody deleted {a column with about {n} tasks|half of the tasks in {project}} on {weekday}. I'm not out
to blame anyone but I need to know who it was, so we can talk about it.`,
    intent: "usage_help",
    category: "technical",
    nearest: "audit-log",
    answers: true,
    tiers: LARGE,
    cites: [
      "Deleting a project, a time entry",
      "Open Settings > Security > Audit log",
      "Filter by person",
    ],
    priority: "normal",
    sentiment: -0.2,
  },
  {
    subject: "{Audit log export for ISO audit|How far back does the audit log go?}",
    body: `Our ISO auditor wants the role changes of the last {six|twelve} months. The log in our workspace seems
to end after three months. Is the rest stored somewhere?`,
    intent: "usage_help",
    category: "technical",
    nearest: "audit-log",
    answers: true,
    tiers: ["business"],
    cites: ["Business workspaces keep 90 days", "Choose Export for a CSV"],
    priority: "normal",
    sentiment: 0,
    agentReply: `on Business the log keeps 90 days, and older entries are erased, so I can't bring them back.
What helps most auditors is the list of present roles with the date of the last change; I've attached it
for your workspace.`,
  },
  {
    subject: "{Stream audit log to Splunk|Audit log to SIEM}",
    body: `Does the audit stream support {Splunk HEC|Microsoft Sentinel}, and which fields are in it? Our security
team would like a sample.`,
    intent: "usage_help",
    category: "technical",
    nearest: "audit-log",
    answers: true,
    tiers: ["enterprise"],
    cites: ["Choose Export for a CSV", "Times are shown in your own", "Actions of API keys"],
    priority: "normal",
    sentiment: 0.1,
    agentReply: `yes, the stream speaks HTTPS with a token, which both accept. I've attached a sample with all
event types; times are UTC, and actions of API keys carry the name of the key.`,
  },
  {
    subject: "{Anmeldung mit SSO schlägt fehl|SSO-Fehler seit heute früh}",
    body: `Guten Morgen, seit heute früh kann sich bei uns niemand mehr per SSO anmelden. Fehlermeldung:
"Signature invalid". Wir haben nichts geändert. Bitte um schnelle Hilfe, {seats} Leute stehen still.`,
    intent: "bug_report",
    category: "technical",
    nearest: "saml-sign-in-errors",
    answers: true,
    tiers: LARGE,
    cites: ['"Signature invalid" means'],
    priority: "urgent",
    sentiment: -0.6,
    language: "de",
    agentReply: `Ihr Identitätsanbieter hat heute Nacht das Signaturzertifikat erneuert. Bitte laden Sie die neuen
Metadaten unter Einstellungen > Sicherheit > SSO hoch. Falls kein Inhaber mehr hineinkommt, hilft
app.northlane.example/recover mit einem einmaligen Link.`,
  },
];
