import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

type TextFieldProps = {
  label: string;
  name: "name" | "email" | "password";
  autoComplete: string;
  hint?: string;
  defaultValue?: string;
  error: string | undefined;
};

/** A field of the forms before sign-in. */
export function TextField({
  label,
  name,
  autoComplete,
  hint,
  defaultValue,
  error,
}: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => (
        <Input
          {...wiring}
          name={name}
          type={name === "name" ? "text" : name}
          autoComplete={autoComplete}
          defaultValue={defaultValue}
          required
        />
      )}
    </Field>
  );
}
