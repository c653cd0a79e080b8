"use client";

import { type FormEvent, useState } from "react";
import { useT } from "@/components/i18n/context";
import { rich } from "@/components/i18n/rich";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { trySignIn } from "./sign-in";

/** What whoever runs the desk types. */
const RESET = "npm run admin:reset";

/** `target` is a path of this desk. */
export function SignInForm({ target }: { target: string }) {
  const t = useT();
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    setBusy(true);
    setFault(null);
    const refused = await trySignIn(String(data.get("email")), String(data.get("password")), t);
    if (refused) {
      setFault(refused);
      setBusy(false);
    } else {
      window.location.assign(target); // a full load: nothing of another person stays in memory
    }
  }

  return (
    <form method="post" className="flex flex-col gap-3" onSubmit={submit}>
      <Field label={t("E-mail")}>
        {(wiring) => (
          <Input {...wiring} name="email" type="email" autoComplete="username" required autoFocus />
        )}
      </Field>
      <Field label={t("Password")}>
        {(wiring) => (
          <Input
            {...wiring}
            name="password"
            type="password"
            autoComplete="current-password"
            required
          />
        )}
      </Field>
      <p role="alert" className="text-held empty:hidden">
        {fault}
      </p>
      <Button type="submit" kind="primary" size="lg" busy={busy} className="justify-center">
        {t("Sign in")}
      </Button>
      <p className="text-faint">
        {rich(t, "Lost your password? Whoever runs this desk makes a new one with {{command}}.", {
          command: <code>{RESET}</code>,
        })}
      </p>
    </form>
  );
}
