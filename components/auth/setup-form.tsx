"use client";

import { type FormEvent, useEffect, useState } from "react";
import { messageOf, RequestError } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { PASSWORD_MIN } from "@/lib/person/model";
import { useCreateFirstAdmin } from "./queries";
import { trySignIn } from "./sign-in";
import { TextField } from "./text-field";

/** Makes the first admin with the token that stands after the # of the link. */
export function SetupForm() {
  const t = useT();
  const [token, setToken] = useState("");
  const create = useCreateFirstAdmin();
  const faults = create.error instanceof RequestError ? create.error.fields : {};
  const inFields = Object.keys(faults).length > 0;
  useEffect(() => setToken(window.location.hash.slice(1)), []);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string) => String(data.get(name) ?? "");
    const [email, password] = [text("email"), text("password")];
    create.mutate(
      { token: token.trim(), name: text("name"), email, password },
      {
        async onSuccess() {
          await trySignIn(email, password, t); // if it fails, the next page asks again
          window.location.assign("/");
        },
      },
    );
  }

  return (
    <form method="post" className="flex flex-col gap-3" onSubmit={submit} noValidate>
      <TokenField value={token} onChange={setToken} error={faults.token?.[0]} />
      <TextField label={t("Name")} name="name" autoComplete="name" error={faults.name?.[0]} />
      <TextField
        label={t("E-mail")}
        name="email"
        autoComplete="username"
        error={faults.email?.[0]}
      />
      <TextField
        label={t("Password")}
        name="password"
        autoComplete="new-password"
        hint={t("At least {{n}} characters.", { n: PASSWORD_MIN })}
        error={faults.password?.[0]}
      />
      <p role="alert" className="text-held empty:hidden">
        {create.error && !inFields ? messageOf(create.error, t) : null}
      </p>
      <Button
        type="submit"
        kind="primary"
        size="lg"
        busy={create.isPending || create.isSuccess}
        className="justify-center"
      >
        {t("Create admin")}
      </Button>
    </form>
  );
}

type TokenFieldProps = {
  value: string;
  onChange: (token: string) => void;
  error: string | undefined;
};

function TokenField({ value, onChange, error }: TokenFieldProps) {
  const t = useT();
  const hint = t("From the terminal where Deskhand was started; the link there fills it in.");
  return (
    <Field label={t("Set-up token")} hint={hint} error={error}>
      {(wiring) => (
        <Input
          {...wiring}
          name="token"
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
