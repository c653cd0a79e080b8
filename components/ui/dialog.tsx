"use client";

import { useState } from "react";
import type { DialogProps } from "./dialog-parts";
import { later, useLater } from "./later";

const PARTS = later(() => import("./dialog-parts"));

/** A window above the page: focus stays inside, Escape closes, focus returns where it was. */
export function Dialog(props: DialogProps) {
  const [wanted, want] = useState(props.open);
  if (props.open && !wanted) want(true);
  // It stays once it has been there: as it closes it gives the focus back.
  const part = useLater(PARTS, wanted || props.open, {
    failed() {
      want(false);
      props.onOpenChange(false);
    },
    again: () => props.onOpenChange(true),
  });
  return part ? <part.Window {...props} /> : null;
}
