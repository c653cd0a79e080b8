/** A key, small and quiet. Hidden from screen readers: the control carries `aria-keyshortcuts`. */
export function Kbd({ children }: { children: string }) {
  return (
    <span
      aria-hidden
      className="rounded border border-b-2 border-current/30 px-1 text-2xs leading-4 pointer-coarse:hidden"
    >
      {children}
    </span>
  );
}
