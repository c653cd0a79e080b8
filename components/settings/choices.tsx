import { useId } from "react";

type Props<V extends string> = {
  legend: string;
  hint?: string;
  options: readonly { value: V; label: string; says?: string }[];
  chosen: readonly V[];
  onChange: (chosen: V[]) => void;
  disabled?: boolean;
};

/** Any number of a few things. */
export function Choices<V extends string>({
  legend,
  hint,
  options,
  chosen,
  onChange,
  disabled = false,
}: Props<V>) {
  const id = useId();
  const toggle = (value: V, on: boolean) =>
    onChange(on ? [...chosen, value] : chosen.filter((one) => one !== value));
  return (
    <fieldset disabled={disabled} aria-describedby={hint ? id : undefined}>
      <legend className="mb-1 font-medium">{legend}</legend>
      {hint ? (
        <p id={id} className="mb-1 text-faint">
          {hint}
        </p>
      ) : null}
      <div className="grid gap-x-4 gap-y-1 sm:grid-cols-2">
        {options.map(({ value, label, says }) => (
          <label key={value} className="flex min-h-7 items-start gap-2 pointer-coarse:min-h-11">
            <input
              type="checkbox"
              className="mt-0.5 size-4 accent-(--accent)"
              checked={chosen.includes(value)}
              onChange={(event) => toggle(value, event.target.checked)}
            />
            <span>
              {label}
              {says ? <span className="block text-faint">{says}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
