/** How simple HTML looks, while it is written and when it is read. */
export const RICH =
  "wrap-anywhere text-base [&>*+*]:mt-2 [&_a]:text-accent [&_a]:underline [&_a]:underline-offset-2 " +
  "[&_blockquote]:border-l-2 [&_blockquote]:pl-2.5 [&_blockquote]:text-soft " +
  "[&_code]:rounded-sm [&_code]:bg-sel [&_code]:px-1 [&_code]:font-mono [&_code]:text-sm " +
  "[&_pre]:overflow-x-auto [&_pre]:whitespace-pre [&_pre]:rounded-md [&_pre]:bg-sel [&_pre]:px-2.5 [&_pre]:py-2 " +
  "[&_pre_code]:bg-transparent [&_pre_code]:p-0 " +
  "[&_ul]:list-disc [&_ul]:ps-5 [&_ol]:list-decimal [&_ol]:ps-5 " +
  "[&_[data-mention]]:rounded-sm [&_[data-mention]]:bg-accent-bg [&_[data-mention]]:px-0.5 [&_[data-mention]]:font-medium [&_[data-mention]]:text-accent";

/** A button that says how words look. */
export const TOOL =
  "inline-flex size-7 shrink-0 items-center justify-center rounded-md text-soft hover:bg-sel hover:text-ink " +
  "aria-pressed:bg-sel aria-pressed:text-accent pointer-coarse:size-11";
