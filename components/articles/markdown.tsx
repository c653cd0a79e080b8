import type { ReactNode } from "react";
import { type Block, blocksOf, type Span, spansOf } from "./markdown-blocks";

/** Markdown as customers would read it. Text only: no HTML, no images, links to the web alone. */
export function Markdown({ text }: { text: string }) {
  return (
    <div dir="auto" className="flex flex-col gap-2.5 wrap-anywhere">
      {keyed(blocksOf(text)).map(([key, block]) => (
        <BlockView key={key} block={block} />
      ))}
    </div>
  );
}

/** A text never changes in part, so places are good keys. */
const keyed = <T,>(items: readonly T[]) => items.map((item, at): [string, T] => [`${at}`, item]);

/** The page has the first two for itself. */
const HEADINGS = ["h3", "h4", "h5", "h6"] as const;

function BlockView({ block }: { block: Block }) {
  switch (block.type) {
    case "heading": {
      const Tag = HEADINGS[block.level - 1] ?? "h6";
      return (
        <Tag className="mt-1 font-semibold">
          <Spans text={block.text} />
        </Tag>
      );
    }
    case "code":
      return (
        <pre className="overflow-x-auto rounded-md bg-bg p-2 font-mono text-xs">{block.text}</pre>
      );
    case "list": {
      const Tag = block.ordered ? "ol" : "ul";
      return (
        <Tag className={block.ordered ? "list-decimal pl-5" : "list-disc pl-5"}>
          {keyed(block.items).map(([key, item]) => (
            <li key={key}>
              <Spans text={item} />
            </li>
          ))}
        </Tag>
      );
    }
    case "paragraph":
      return (
        <p>
          <Spans text={block.text} />
        </p>
      );
  }
}

function Spans({ text }: { text: string }): ReactNode {
  return keyed(spansOf(text)).map(([key, span]) => <SpanView key={key} span={span} />);
}

function SpanView({ span }: { span: Span }) {
  switch (span.type) {
    case "strong":
      return <strong className="font-semibold">{span.text}</strong>;
    case "em":
      return <em>{span.text}</em>;
    case "code":
      return <code className="rounded bg-bg px-1 font-mono text-xs">{span.text}</code>;
    case "link":
      return (
        <a href={span.href} rel="noreferrer noopener" target="_blank">
          {span.text}
        </a>
      );
    case "text":
      return span.text;
  }
}
