import { useT } from "./context";
import { type Format, formatOf } from "./format";

/** Dates, numbers and lists as the reader's language writes them. */
export const useFormat = (): Format => formatOf(useT());
