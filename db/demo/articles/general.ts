import { prose } from "../text";
import type { DemoArticle } from "../types";

export const generalArticles: DemoArticle[] = [
  {
    slug: "approve-timesheets",
    title: "Approve, return and lock timesheets",
    category: "general",
    tags: ["timesheets", "approval", "managers"],
    body: prose(`
Timesheet approval is part of Business and Enterprise, and is switched on under Settings > Time >
Approval.

1. Members choose Submit week; a reminder goes out on Monday at 9:00 to those who have not.
2. Managers open Time > Approvals, where weeks with gaps or overtime are marked.
3. Choose Approve, or Return with a comment; a returned week can be edited and submitted again.

Approved weeks are locked for members. To correct an approved week, a manager chooses Reopen, and the
reason is written to the audit log. A manager who is away can name a deputy under your profile >
Deputy, with a start and an end. Owners can approve in place of any manager. Locking all weeks before
a date, for example for payroll, is done under Settings > Time > Lock. Only approved hours go into the
payroll export.
`),
  },
  {
    slug: "restore-deleted-project",
    title: "Restore a deleted project, task or time entry",
    category: "general",
    tags: ["restore", "bin", "projects"],
    body: prose(`
Deleted projects, tasks and time entries stay in the bin for 30 days and can be restored with all
their comments and files.

1. Open Settings > Data > Bin; a manager sees their own projects, an owner sees everything.
2. Search for the name, or filter by the person who deleted it.
3. Choose Restore; a project with many files can take some minutes.

A restored project comes back with its members, links and time entries, in the state it was in. If its
key has been used again, the restored project gets a new prefix. After 30 days the content is erased
and support cannot bring it back. Archived projects are not in the bin: find them with the filter
Archived in the project list. To see who deleted something, open the audit log and filter by the
action Delete.
`),
  },
  {
    slug: "notification-settings",
    title: "Get fewer notifications and e-mails",
    category: "general",
    tags: ["notifications", "e-mail", "profile"],
    body: prose(`
Each member decides what Northlane sends, under your profile > Notifications.

1. Choose Daily digest to get one e-mail at 8:00 instead of one per event.
2. Untick the events that you do not need, for example status changes of tasks that you only follow.
3. Set quiet hours, in which neither e-mail nor push messages are sent.

You follow a task when you create it, comment on it or are mentioned in it; press F on the task to stop
following. Mentions and approvals are always sent at once, except in quiet hours. Project managers can
set the default for new members under Project > Notifications, but cannot override your own choice.
Invoice mails go to the invoice recipients and are not affected by these settings. If e-mails stopped
completely, our system may have had a bounce from your mail server: choose Resume e-mails at the top of
the same page.
`),
  },
  {
    slug: "data-location-and-backups",
    title: "Where your data is stored and how it is backed up",
    category: "general",
    tags: ["security", "compliance", "data"],
    body: prose(`
Workspaces are stored in Frankfurt by default; Enterprise workspaces can choose Frankfurt or Virginia
when they are created.

- Data is encrypted with TLS 1.3 on the way and AES-256 at rest.
- Backups are made every hour, kept for 35 days, and stay in the same region.
- Northlane holds ISO 27001 certification and a SOC 2 Type II report.
- The list of sub-processors is at northlane.example/subprocessors, and owners can subscribe to
  changes.

The newest SOC 2 report and penetration test summary are under Settings > Security > Documents; you
sign the confidentiality agreement with one click. A filled-in CAIQ questionnaire is on the same page
and answers most vendor assessments. Moving a workspace to another region is planned with your named
contact and takes one weekend. Northlane staff can look into a workspace only after an owner has
allowed it for a set time.
`),
  },
  {
    slug: "dpa-and-erasure",
    title: "Data processing agreement and requests to erase a person",
    category: "general",
    tags: ["gdpr", "dpa", "privacy"],
    body: prose(`
The data processing agreement is part of the terms for every plan, and a signed copy is available in
Settings > Security > Documents.

1. Open Settings > Security > Documents and choose Data processing agreement.
2. Enter the legal name and the signatory of your company.
3. Download the PDF, which is signed by both sides at once.

To erase a person, an owner deactivates them, opens the person under Settings > People and chooses
Erase personal data. Name, address and picture are replaced by "Former member", while the hours stay in
the reports without the name. The erasure is complete within 7 days and cannot be undone; backups
forget it after 35 days. A copy of everything stored about a person is made with Export personal data
in the same menu. Questions to the data protection officer go to privacy@northlane.example.
`),
  },
  {
    slug: "report-security-concern",
    title: "Report a vulnerability, a phishing mail or a suspicious sign-in",
    category: "general",
    tags: ["security", "phishing", "vulnerability"],
    body: prose(`
Write to security@northlane.example, or choose Report a concern at the foot of any page; a person from
the Security team answers within four hours, at weekends too.

- For a suspicious sign-in, first open Settings > Security > Sessions and choose End all sessions.
- For a leaked API key, revoke it under Settings > Developers > API keys before you write.
- For a phishing mail, forward it as an attachment so that its headers are kept.
- For a vulnerability, send the steps, the address and the time; please do not open data that is not
  yours.

Northlane never asks for a sign-in link or a recovery code, and writes only from
northlane.example. Researchers who keep to the policy at northlane.example/security are thanked and
paid a bounty. If data of other people may have been seen, tell us at once: the law gives all of us 72
hours.
`),
  },
  {
    slug: "workload-view",
    title: "See who has time: the workload view",
    category: "general",
    tags: ["workload", "capacity", "planning"],
    body: prose(`
The workload view compares planned hours with the working hours of each person, week by week. It is
part of Business and Enterprise.

1. Open Planning > Workload and pick the teams.
2. Give tasks an estimate and dates, since tasks without both are not counted.
3. Drag a task to another person or another week to even things out.

Green means up to 90 percent of a person's hours, amber up to 100, and red is above. Estimates are
spread evenly over the days of a task unless you choose Front-loaded. Absences and public holidays are
deducted automatically. Placeholders such as "Designer 2" help to plan before somebody has been hired,
and do not use a seat. If a person shows zero hours, their working hours are missing under Settings >
People. The view can be exported as CSV or shared as a read-only link.
`),
  },
];
