import { type ReactNode, useId } from "react";

/** One group of the side panel. */
export function PanelSection({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="border-b px-4 py-3.5">
      <h2 id={id} className="mb-1.5 font-medium text-2xs text-faint">
        {title}
      </h2>
      {children}
    </section>
  );
}

export function Facts({ children }: { children: ReactNode }) {
  return (
    <dl className="grid grid-cols-[88px_minmax(0,1fr)] items-baseline gap-x-2 gap-y-1">
      {children}
    </dl>
  );
}

/** One fact; `control` lines up a field whose frame shows on hover only. */
export function Fact({
  name,
  control = false,
  children,
}: {
  name: string;
  control?: boolean;
  children: ReactNode;
}) {
  return (
    <>
      <dt className="min-w-0 text-soft wrap-anywhere hyphens-auto">{name}</dt>
      <dd className={control ? "-mx-1.5 min-w-0 pointer-fine:-my-1" : "min-w-0 wrap-anywhere"}>
        {children}
      </dd>
    </>
  );
}

/** May break at the sign in the middle, before it has to break anywhere. */
export function Email({ address }: { address: string }) {
  const [name, host] = address.split("@");
  return (
    <span className="block">
      {name}
      <span className="inline-block">@{host}</span>
    </span>
  );
}
