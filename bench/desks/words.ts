/** What the customers of a generated desk write about, and how. Picked by the database. */

const TOPICS = [
  "the export of time entries",
  "the invoice of last month",
  "the weekly report",
  "two-factor sign-in",
  "the calendar connection",
  "the API key of our integration",
  "the seats of our plan",
  "the approval of holidays",
  "the import of a CSV file",
  "the dashboard of the team",
  "the mobile app",
  "the reminder e-mails",
  "the VAT number on invoices",
  "single sign-on with our provider",
  "the archive of old projects",
  "the rounding of hours",
];

const TROUBLES = [
  "shows a 403 since yesterday",
  "has been very slow since the update",
  "does not load on two of our machines",
  "is missing three entries of Tuesday",
  "asks for a password that nobody knows",
  "counts every hour twice",
  "was charged twice",
  "can't be found by new colleagues",
  "stops after a few hundred rows",
  "sends us the wrong language",
  "is empty for one department",
  "needs another currency",
];

const ASKS = [
  "Where do I find the setting for that?",
  "Can you tell us when it is repaired?",
  "I have already cleared the cookies and signed in again.",
  "We need it before the end of the month.",
  "How do others solve this?",
  "Please have a look at our account.",
  "Is there a way to do this for all projects at once?",
  "It worked last week.",
];

const REPLIES = [
  "Open Settings, choose the section, and switch it on for your team.",
  "Please sign out on all devices and sign in again; that brings the new rights.",
  "Choose Reports, then Export, and pick the months that you need.",
  "We have corrected the invoice and sent it to you again.",
  "An admin of your account can change that under Members.",
  "The import takes up to 500,000 rows; split the file into several parts.",
];

const array = (texts: readonly string[]) =>
  `array[${texts.map((text) => `'${text.replaceAll("'", "''")}'`).join(", ")}]`;

export const WORDS = {
  topics: array(TOPICS),
  troubles: array(TROUBLES),
  asks: array(ASKS),
  replies: array(REPLIES),
};
