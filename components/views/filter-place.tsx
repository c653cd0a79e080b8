"use client";

import { ListFilter } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { later } from "@/components/ui/later";

const TOOLS = later(() => import("./filter-tools"));
const FilterTools = dynamic(async () => (await TOOLS.load()).FilterTools);

type Props = { queue: string /** JSON, as in the address. */; filter: string; sort: string };

/**
 * Where a list is filtered. A list without a filter that nobody saved is shown with the button alone:
 * what it opens comes after the first paint.
 */
export function FilterPlace(props: Props) {
  const t = useT();
  const bare = props.filter === "" && !props.queue.startsWith("view_");
  const [tools, setTools] = useState(() => ({ Part: bare ? null : FilterTools, adding: false }));
  const { Part, adding } = tools;
  if (Part) return <Part {...props} adding={adding} />;
  const press = () => setTools({ Part: TOOLS.now?.FilterTools ?? FilterTools, adding: true });
  return (
    <Button kind="quiet" aria-haspopup="dialog" aria-expanded={false} onClick={press}>
      <ListFilter size={14} aria-hidden />
      {t("Filter")}
    </Button>
  );
}
