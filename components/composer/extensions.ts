import Placeholder from "@tiptap/extension-placeholder";
import StarterKit from "@tiptap/starter-kit";
import { insertsBy, type Link, mentionsBy } from "./suggest";

/** What can be written: exactly what the desk keeps of it (`lib/platform/clean-html.ts`). */
export function extensionsFor(link: Link, hint: () => string, mentions: boolean) {
  return [
    StarterKit.configure({
      heading: false,
      horizontalRule: false,
      strike: false,
      underline: false,
      trailingNode: false,
      link: {
        openOnClick: false,
        protocols: ["http", "https", "mailto"],
        defaultProtocol: "https",
        HTMLAttributes: { rel: null, target: null },
        isAllowedUri: (url) => /^(?:https?:|mailto:)/i.test(url),
      },
    }),
    Placeholder.configure({ placeholder: hint, showOnlyWhenEditable: false }),
    insertsBy(link),
    ...(mentions ? [mentionsBy(link)] : []),
  ];
}
