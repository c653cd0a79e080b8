import type { ReactNode } from "react";

type Props = {
  title: string;
  /** What will come here, and what to do meanwhile. */
  children: ReactNode;
  action?: ReactNode;
};

export function EmptyState({ title, children, action }: Props) {
  return (
    <div className="mx-auto flex max-w-sm flex-col items-center gap-1.5 px-6 py-16 text-center">
      <p className="font-semibold">{title}</p>
      <div className="text-soft">{children}</div>
      {action ? <div className="mt-2">{action}</div> : null}
    </div>
  );
}
