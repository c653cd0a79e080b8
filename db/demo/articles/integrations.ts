import { prose } from "../text";
import type { DemoArticle } from "../types";

export const integrationArticles: DemoArticle[] = [
  {
    slug: "calendar-sync",
    title: "Show tasks and absences in your calendar",
    category: "technical",
    tags: ["calendar", "integrations", "sync"],
    body: prose(`
Northlane offers two ways into a calendar: a two-way link with Google Calendar, and an iCal feed that
any calendar can read.

1. Open your profile > Calendars and choose Connect Google Calendar, or Copy iCal feed.
2. Select what to show: due dates, planned work, or absences.
3. For the two-way link, pick the calendar into which Northlane may write.

The two-way link updates within a minute. An iCal feed is only read every few hours, because the
calendar decides how often it looks; Northlane cannot speed that up. If events appear twice, both ways
are switched on: remove the feed from your calendar. Events that are an hour off mean that the time
zone of your profile differs from that of the calendar. To stop a feed that was shared by mistake,
choose Renew address, and the old one goes dead at once.
`),
  },
  {
    slug: "jira-sync",
    title: "Keep Jira issues and Northlane tasks in step",
    category: "technical",
    tags: ["jira", "integrations", "sync"],
    body: prose(`
The Jira integration links one Jira project with one Northlane project, and keeps titles, status,
assignee and estimates in step in both directions.

1. Open Settings > Integrations > Jira and choose Connect as a Jira administrator.
2. Pick the Jira project and the Northlane project.
3. Map each Jira status to a column; an unmapped status is not synced.
4. Choose Start sync, which first brings over the issues of the last 90 days.

When both sides change the same field within a minute, Jira wins. Time tracked in Northlane is
written to the Jira work log if Push worklogs is ticked. If the sync has stopped, the most common
cause is that the person who connected it has left: choose Reconnect with another administrator.
Sub-tasks become checklist items. Disconnecting leaves all tasks where they are on both sides.
`),
  },
  {
    slug: "slack-notifications",
    title: "Connect Slack and choose what it posts",
    category: "technical",
    tags: ["slack", "integrations", "notifications"],
    body: prose(`
The Slack integration posts project news into channels, and lets members start a timer with
\`/northlane start\`.

1. Open Settings > Integrations > Slack and choose Add to Slack.
2. In the project, open Project > Notifications and pick a channel.
3. Tick the events: new task, overdue task, comment, or budget at 80 percent.

For a private channel, first invite the app in Slack with \`/invite @Northlane\`. If nothing arrives,
a Slack administrator may have to approve the app; Settings > Integrations > Slack then shows Waiting
for approval. Direct messages are set by each member under your profile > Notifications. Each Slack
workspace can be linked with several Northlane workspaces, and the command asks which one you mean.
The bot never reads channel history; it only sees messages that mention it.
`),
  },
];
