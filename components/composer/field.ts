import type { Ref } from "react";
import type { ComposedTicket } from "./choices";
import type { Words } from "./words";

/** What others do with the field. */
export type FieldHandle = {
  focus: () => void;
  /** Puts words where the cursor is. */
  insert: (words: Words) => void;
};

/** Label and hint stay as they are for as long as the field is there. */
export type FieldProps = {
  ticket: ComposedTicket;
  label: string;
  hint: string;
  words: Words;
  onWords: (words: Words) => void;
  /** Keys of the form; true when it took one. */
  onKey: (event: globalThis.KeyboardEvent) => boolean;
  onLeave?: (() => void) | undefined;
  /** `@` calls people. */
  mentions?: boolean;
  ref?: Ref<FieldHandle>;
};
