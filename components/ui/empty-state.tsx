import type { ReactNode } from "react";

type Props = {
  title: string;
  /** What will come here, and what to do meanwhile. */
  children: ReactNode;
  action?: ReactNode;
  /** `h1` where nothing else on the page is a heading. */
  as?: "p" | "h1";
};

export function EmptyState({ title, children, action, as: Title = "p" }: Props) {
  return (
    <div className="mx-auto flex max-w-sm flex-col items-center gap-1.5 px-6 py-16 text-center">
      <Title className="font-semibold">{title}</Title>
      <div className="text-soft">{children}</div>
      {action ? <div className="mt-2">{action}</div> : null}
    </div>
  );
}
