import { prose } from "../text";
import type { DemoArticle } from "../types";

export const onboardingArticles: DemoArticle[] = [
  {
    slug: "first-project",
    title: "Create your first project from a template",
    category: "onboarding",
    tags: ["projects", "templates", "getting-started"],
    body: prose(`
The quickest start is a template: it brings columns, task types and a sample timeline that you can
delete with one click.

1. Choose New project on the home page and pick a template, for example Client work or Sprint.
2. Name the project, set its manager and pick whether it is open or private.
3. Add the first tasks: type a title and press Enter; paste a list to make one task per line.
4. Give the project a budget in hours, if you want a warning at 80 percent.

You can turn any project into a template later under Project > More > Save as template. Sample tasks
are removed with Project > More > Remove samples, and your own tasks stay. A private project is seen
only by its members, and by owners who add themselves. There is no limit to the number of projects on
any plan, the trial included.
`),
  },
  {
    slug: "invite-your-team",
    title: "Invite your team",
    category: "onboarding",
    tags: ["invitations", "people", "getting-started"],
    body: prose(`
Owners and managers invite people under Settings > People; an invitation is valid for 14 days.

1. Choose Invite and paste up to 100 addresses, separated by commas or lines.
2. Pick a role and the projects that they should see on the first day.
3. Choose Send, or Copy link if you prefer to share it in a chat.

If an invitation did not arrive, look in the spam folder first, then choose Send again beside the
name. Some mail filters hold messages from new senders: ask your administrator to allow
mail.northlane.example. With Join by domain, everyone with an address of your company can join without
an invitation; you switch it on under Settings > Security > Domains. During the trial you can invite as
many people as you like. An address that says "already a member" belongs to a deactivated person, whom
you can reactivate from the same list.
`),
  },
  {
    slug: "import-from-trello-asana",
    title: "Bring your projects from Trello, Asana or a spreadsheet",
    category: "onboarding",
    tags: ["import", "trello", "asana", "getting-started"],
    body: prose(`
Settings > Data > Import brings boards, tasks, comments and files from Trello and Asana, and tasks
from any CSV file.

1. Choose Import and select where your projects are now.
2. Sign in there and tick the boards that you want to bring over.
3. Match people by e-mail address; those who are not in Northlane yet can be invited in the same step.
4. Start the import; 1,000 tasks take about five minutes, and you get a mail at the end.

Nothing is changed in the old tool. Trello labels become tags, and Trello lists become columns. Asana
sections become columns, and sub-tasks become checklist items. Files over 100 MB are linked instead of
copied. Time from other trackers is imported as CSV with the columns date, person, project and hours.
If the result is not what you expected, choose Undo import within 24 hours.
`),
  },
  {
    slug: "roles-and-guests",
    title: "Roles: owner, manager, member and guest",
    category: "onboarding",
    tags: ["roles", "permissions", "guests"],
    body: prose(`
Northlane has four roles, and each person has one role per workspace.

- Owners see and change everything, including the plan, the invoices and security.
- Managers create projects, approve timesheets and invite people.
- Members work on the projects that they belong to and track their own time.
- Guests are people from outside, such as clients: they see only the projects you share with them,
  can comment, and cannot track time.

Guests are free and do not use a seat. To share a project with a client, open Project > Share, enter
the address and choose Guest. Hours, rates and budgets are hidden from guests unless you tick Show
hours. Owners change a role under Settings > People; the change is applied at the next sign-in. Each
workspace needs at least one owner, and two are wiser. The Finance permission can be added to any role
and opens only the billing pages.
`),
  },
  {
    slug: "trial-length",
    title: "How long the trial lasts and what happens afterwards",
    category: "onboarding",
    tags: ["trial", "plans", "getting-started"],
    body: prose(`
The trial lasts 14 days, includes everything in Business, and needs no billing details.

1. Settings > Plan shows the last day of the trial.
2. An owner can add 7 days once, with Extend trial on the same page.
3. Choose a plan before the last day, and everything you have set up carries on.

After the last day the workspace is read-only for 30 days; nothing is deleted in that time. If you
choose Starter, features that belong to Business are hidden but their settings are kept. People whom
you invited during the trial count as seats from the day the plan starts, so deactivate those who only
had a look. Need longer, for example because procurement takes its time? Write to us with the date
that you are aiming for and a person will look at it. A second trial in the same company is possible
after six months.
`),
  },
  {
    slug: "start-tracking-time",
    title: "Track time: timers and timesheets",
    category: "onboarding",
    tags: ["time-tracking", "timesheets", "getting-started"],
    body: prose(`
You can track time with a timer while you work, or fill in the timesheet at the end of the day.

1. Press T on any task to start the timer, and T again to stop it.
2. Open Time > Timesheet to see the week; type 1:30 or 1.5 into a cell for an hour and a half.
3. Choose Copy last week to start from the same rows.

Only one timer runs at a time; starting another stops the first. A timer that ran overnight is marked
yellow, and you can correct its end in the timesheet. Past weeks can be edited until your manager
approves them or the workspace locks them. Ticking Billable puts an entry into the client report.
Managers can enter time for somebody else under Time > Team, and the entry shows who made it. The timer
also runs in the mobile app and in the browser extension.
`),
  },
  {
    slug: "working-days-and-holidays",
    title: "Set working days, public holidays and part-time hours",
    category: "onboarding",
    tags: ["calendar", "holidays", "capacity"],
    body: prose(`
Plans and capacity follow the working calendar of each person, so set it before you plan.

1. Open Settings > Calendars and choose the working days and hours of the workspace.
2. Add public holidays: pick a country or region, and Northlane keeps the dates up to date.
3. For part-time colleagues, open Settings > People, select the person and enter hours per weekday.
4. Teams in other countries get a calendar of their own under Settings > Calendars > Add.

A change applies from the date that you enter and does not alter the past. Absences are entered by
each member under Time > Absences, and their manager is told. Tasks that fall on a holiday are moved
only if Auto-schedule is switched on for the project. The workload view shows a person in red when
planned work is above their hours for that week.
`),
  },
  {
    slug: "dependencies-on-timeline",
    title: "Link tasks and plan with the timeline",
    category: "onboarding",
    tags: ["timeline", "dependencies", "planning"],
    body: prose(`
The timeline shows tasks as bars and draws an arrow from a task to the ones that wait for it.

1. Open a project and choose Timeline.
2. Drag from the dot at the end of one bar to the start of another to link them.
3. Drag a bar to move it; with Auto-schedule on, everything that depends on it moves too.
4. Click an arrow to add a lag in days, or to delete it.

Milestones are made by giving a task no duration. A red arrow means that a task starts before the one
it depends on ends. The baseline under Timeline > Baseline keeps the first plan, so that you can see
how far you have drifted. Links between two projects are possible on Business and Enterprise if you
are a member of both. Undo with Ctrl+Z takes back the last ten moves.
`),
  },
];
