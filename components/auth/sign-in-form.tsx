"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { trySignIn } from "./sign-in";

/** `target` is a path of this desk. */
export function SignInForm({ target }: { target: string }) {
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    setBusy(true);
    setFault(null);
    const refused = await trySignIn(String(data.get("email")), String(data.get("password")));
    if (refused) {
      setFault(refused);
      setBusy(false);
    } else {
      window.location.assign(target); // a full load: nothing of another person stays in memory
    }
  }

  return (
    <form method="post" className="flex flex-col gap-3" onSubmit={submit}>
      <Field label="E-mail">
        {(wiring) => (
          <Input {...wiring} name="email" type="email" autoComplete="username" required autoFocus />
        )}
      </Field>
      <Field label="Password">
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
        Sign in
      </Button>
      <p className="text-faint">
        Lost your password? Whoever runs this desk makes a new one with{" "}
        <code>npm run admin:reset</code>.
      </p>
    </form>
  );
}
