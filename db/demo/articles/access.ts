import { prose } from "../text";
import type { DemoArticle } from "../types";

export const accessArticles: DemoArticle[] = [
  {
    slug: "set-up-saml-sso",
    title: "Set up SAML single sign-on",
    category: "technical",
    tags: ["sso", "saml", "sign-in"],
    body: prose(`
SAML single sign-on is part of Business and Enterprise, and works with Okta, Entra ID, Google
Workspace and any other SAML 2.0 provider (IdP). You need to be a workspace owner.

1. Open Settings > Security > SSO and choose Add provider.
2. Copy the ACS URL and the Entity ID into your IdP.
3. Set the NameID format to emailAddress, and send the attributes firstName and lastName.
4. Paste the metadata URL of your provider, or upload its XML, and choose Test sign-in.
5. When the test is green, switch on Require SSO for the domains you have confirmed.

Keep one owner on e-mail sign-in until the test has passed, so that nobody is locked out. Members
are matched by their e-mail address, so existing projects and time entries stay with them. Guests
from other domains keep signing in by e-mail link. Confirming a domain takes one DNS TXT record,
which is shown on the same page.
`),
  },
  {
    slug: "saml-sign-in-errors",
    title: "SAML sign-in loops or says that the assertion was not accepted",
    category: "technical",
    tags: ["sso", "saml", "errors"],
    body: prose(`
Most SAML errors come from an expired signing certificate, a NameID that is not an e-mail address,
or a clock that is wrong. Settings > Security > SSO > Recent attempts shows the exact reason for
each refused sign-in.

- "Signature invalid" means that the IdP has rotated its certificate: upload the new
  metadata under Settings > Security > SSO.
- "Audience mismatch" means that the Entity ID in your provider differs from the one on the SSO
  page, often by a trailing slash.
- "No such member" means that the NameID does not match a member's address; set its format to
  emailAddress.
- A loop that returns to the sign-in page means that the browser blocks cookies of
  app.northlane.example; allow them and try a private window.

If every owner is locked out, open app.northlane.example/recover: it mails an owner a link that
works once, for 15 minutes, and bypasses SSO. Assertions are valid for three minutes, so check that
the clock of your IdP is right.
`),
  },
  {
    slug: "scim-provisioning",
    title: "Create and deactivate members automatically with SCIM",
    category: "technical",
    tags: ["scim", "provisioning", "enterprise"],
    body: prose(`
SCIM provisioning is part of Enterprise and needs SAML single sign-on to be switched on first.

1. Open Settings > Security > Provisioning and choose Create SCIM token.
2. Enter the base URL and the token in Okta or Entra ID.
3. Map userName to the work e-mail address, and push the groups that should become teams.
4. Start with one test group before you assign the whole company.

A person who is removed in the IdP is deactivated in Northlane within 40 minutes, and
their seat becomes free. Group names must match team names exactly, including capitals; otherwise
Northlane creates a new team. SCIM never deletes members, so their time entries stay in reports.
Roles are not set through SCIM: new people start as members, and owners change roles under Settings
> People. The token is valid for one year, and owners are mailed 30 days before it ends.
`),
  },
  {
    slug: "error-403-no-access",
    title: 'A page answers 403 or says "You don\'t have access"',
    category: "technical",
    tags: ["permissions", "403", "errors"],
    body: prose(`
A 403 means that you are signed in but your role does not include that page. The usual causes are a
changed role, a private project, or being signed in to a different workspace.

1. Check the workspace name at the top left, and switch if it is the wrong one.
2. Ask an owner to open Settings > People and look at your role: dashboards need Manager or higher.
3. If it is a single project, ask its manager to add you under Project > Members.
4. Sign out and in again, because a new role is applied at the next sign-in.

Private projects answer 403 even to owners until they add themselves, and that is written to the
audit log. If all members see 403 at the same moment, the workspace is read-only because of an
overdue invoice, or an administrator has restricted sign-in to certain networks under Settings >
Security > Networks. The grey line at the foot of the error page holds a request id that helps
support find the cause.
`),
  },
  {
    slug: "audit-log",
    title: "See who did what with the audit log",
    category: "technical",
    tags: ["audit", "security", "compliance"],
    body: prose(`
The audit log under Settings > Security > Audit log lists sign-ins, role changes, exports, deleted
projects and changes of settings, with the person, the time and the IP address. Business workspaces
keep 90 days of it, Enterprise keeps one year.

1. Open Settings > Security > Audit log as an owner.
2. Filter by person, action or project, and set the dates.
3. Choose Export for a CSV, or Stream to send new entries to your SIEM (Enterprise).

Deleting a project, a time entry or a member is recorded with the name of the person who did it. An
entry can never be edited or removed, not even by Northlane staff. Times are shown in your own time
zone and exported in UTC. Actions of API keys carry the name of the key, so give each integration a
key of its own. If you see a sign-in that nobody can explain, choose End all sessions beside the
entry and then tell security@northlane.example.
`),
  },
];
