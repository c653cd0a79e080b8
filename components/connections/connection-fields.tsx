import { useT } from "@/components/i18n/context";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

type Props = {
  faults: Record<string, string | undefined>;
  values: { name: string; source: string; replyUrl: string };
  /** What stands on tickets can only be chosen at the start. */
  withSource?: boolean;
};

export function ConnectionFields({ faults, values, withSource = false }: Props) {
  const t = useT();
  return (
    <>
      <Field label={t("Name")} error={faults.name}>
        {(wiring) => (
          <Input {...wiring} name="name" autoComplete="off" defaultValue={values.name} />
        )}
      </Field>
      {withSource ? (
        <Field
          label={t("Source")}
          hint={t("As tickets show it: zendesk, widget, shop.")}
          error={faults.source}
        >
          {(wiring) => (
            <Input {...wiring} name="source" autoComplete="off" defaultValue={values.source} />
          )}
        </Field>
      ) : null}
      <Field
        label={t("Reply address")}
        hint={t(
          "Replies of channel webhook are posted there, signed. Empty: the system fetches them.",
        )}
        error={faults.replyUrl}
      >
        {(wiring) => (
          <Input
            {...wiring}
            name="replyUrl"
            type="url"
            placeholder={t("https://")}
            autoComplete="off"
            defaultValue={values.replyUrl}
          />
        )}
      </Field>
    </>
  );
}
