import type { DemoPassword } from "./boot-demo";
import { issueSetupToken, peopleExist } from "./person";
import type { Context } from "./platform/context";
import { publicUrl } from "./platform/env";

/** Tells on the terminal where the desk is and how to sign in. The only place passwords are shown. */
export async function welcome(ctx: Context, passwords: DemoPassword[] | null): Promise<void> {
  process.stdout.write(`\n${(await words(ctx, passwords)).join("\n")}\n\n`);
}

async function words(ctx: Context, passwords: DemoPassword[] | null): Promise<string[]> {
  const url = publicUrl(ctx.env);
  if (passwords) return [`Deskhand is at ${url}`, "", ...table(passwords)];
  if (!(await peopleExist(ctx.db))) {
    // After the #, so that no proxy or log sees it.
    const link = `${url}/setup#${await issueSetupToken(ctx)}`;
    return [`This desk is empty. Make its first admin here, within 24 hours:`, "", `  ${link}`];
  }
  return [
    `Deskhand is at ${url}`,
    "Sign in as before. Passwords were shown at the first start; npm run admin:reset makes a new one.",
  ];
}

function table(passwords: DemoPassword[]): string[] {
  const width = Math.max(...passwords.map((person) => person.email.length));
  const lines = passwords.map(
    ({ role, email, password }) => `  ${role.padEnd(9)} ${email.padEnd(width)}  ${password}`,
  );
  return [
    "Sign in as one of these. The passwords are random and shown only now:",
    "",
    ...lines,
    "",
    "Lost one? Stop Deskhand, then: npm run admin:reset -- ADDRESS",
  ];
}
