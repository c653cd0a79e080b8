import type { ComponentProps } from "react";
import { cn } from "./cn";
import { FIELD } from "./input";

export function Textarea({ className, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea
      dir="auto"
      className={cn(FIELD, "field-sizing-content min-h-20 resize-y px-2.5 py-2", className)}
      {...rest}
    />
  );
}
