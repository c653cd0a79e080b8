"use client";

import { Command as Cmdk } from "cmdk";
import type { ReactNode } from "react";

/** The heading of a group, as the library makes it. */
export const GROUP =
  "[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2.5 [&_[cmdk-group-heading]]:pb-1 " +
  "[&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-2xs [&_[cmdk-group-heading]]:text-faint";

type Props = {
  /** Unlike any other in the list. */
  value: string;
  onChoose: () => void;
  children: ReactNode;
};

/** One line of the palette. */
export function PaletteItem({ value, onChoose, children }: Props) {
  return (
    <Cmdk.Item
      value={value}
      onSelect={onChoose}
      className="flex min-h-8 items-center gap-2 rounded-md px-2 py-1 data-[selected=true]:bg-sel pointer-coarse:min-h-11"
    >
      {children}
    </Cmdk.Item>
  );
}
