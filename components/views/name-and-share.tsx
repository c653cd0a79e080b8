import { useId } from "react";
import { useT } from "@/components/i18n/context";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Switch } from "@/components/ui/switch";

type Props = {
  name: string;
  shared: boolean;
  onName: (name: string) => void;
  onShared: (shared: boolean) => void;
};

/** What a view is called, and who sees it. */
export function NameAndShare({ name, shared, onName, onShared }: Props) {
  const t = useT();
  const id = useId();
  return (
    <>
      <Field label={t("Name")}>
        {(wiring) => (
          <Input
            {...wiring}
            autoFocus
            autoComplete="off"
            maxLength={80}
            value={name}
            onChange={(event) => onName(event.target.value)}
          />
        )}
      </Field>
      <div className="flex items-center justify-between gap-3">
        <label htmlFor={id}>
          {t("Shared with everybody")}
          <span className="block text-faint">{t("“Me” in it means whoever looks.")}</span>
        </label>
        <Switch id={id} checked={shared} onCheckedChange={onShared} />
      </div>
    </>
  );
}
