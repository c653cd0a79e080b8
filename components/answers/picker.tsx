import { type ReactNode, useId } from "react";
import { useT } from "@/components/i18n/context";
import { Input } from "@/components/ui/input";

type Option = { id: string; label: ReactNode };

type Props = {
  /** Names of the field and of the list. */
  find: string;
  choose: string;
  query: string;
  onQuery: (query: string) => void;
  options: readonly Option[];
  chosen: string | null;
  onChoose: (id: string) => void;
  /** Shown when there is nothing to choose. */
  nothing: string;
};

/** Chooses one of many: words narrow the list, arrow keys move in it. */
export function Picker({
  find,
  choose,
  query,
  onQuery,
  options,
  chosen,
  onChoose,
  nothing,
}: Props) {
  const t = useT();
  const name = useId();
  return (
    <div className="flex flex-col gap-2">
      <Input
        type="search"
        aria-label={find}
        placeholder={t("Words that it holds")}
        value={query}
        maxLength={200}
        onChange={(event) => onQuery(event.target.value)}
      />
      <fieldset className="max-h-[34dvh] overflow-y-auto rounded-md border">
        <legend className="sr-only">{choose}</legend>
        {options.length === 0 ? <p className="p-3 text-faint">{nothing}</p> : null}
        {options.map(({ id, label }) => (
          <label
            key={id}
            className="flex min-h-8 cursor-pointer items-start gap-2 border-b px-2.5 py-1.5 last:border-b-0 hover:bg-bg has-checked:bg-sel pointer-coarse:min-h-11"
          >
            <input
              type="radio"
              name={name}
              className="mt-0.5"
              checked={chosen === id}
              onChange={() => onChoose(id)}
            />
            <span className="min-w-0 wrap-anywhere" dir="auto">
              {label}
            </span>
          </label>
        ))}
      </fieldset>
    </div>
  );
}
