"use client";

import { useEffect, useState } from "react";
import { later, useLater, whenIdle } from "./later";

const LIST = later(() => import("./toast-list"));

/** Short news in the corner of the screen, read out politely. */
export function Toaster() {
  const [wanted, want] = useState(false);
  useEffect(() => whenIdle(() => want(true)), []);
  const list = useLater(LIST, wanted);
  return list ? <list.ToastList /> : null;
}
