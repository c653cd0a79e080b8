import type { z } from "zod";
import { MacroActions } from "../desk/model";
import { type Context, requirePermission } from "../platform/context";
import type { Condition } from "../rule/model";
import {
  categoryRows,
  describedTags,
  exampleCounts,
  intentRows,
  labelCounts,
  macroRows,
  ticketsWithLabel,
  usedTags,
} from "./content-store";
import type { ContentView, LabelsView, LabelTickets, LabelTicketsQuery } from "./model";
import { ruleRows } from "./people-store";

/** Tags that are shown; those beyond are rare. */
const MOST_TAGS = 500;
/** Tickets to choose examples from. */
const MOST_EXAMPLES = 50;

/** Categories and intents, with what hangs on them. */
export async function readLabels(ctx: Context): Promise<z.input<typeof LabelsView>> {
  requirePermission(ctx, "content.write");
  const counts = await labelCounts(ctx.db);
  const examples = await exampleCounts(ctx.db);
  const rules = await ruleRows(ctx.db);
  type Row = { slug: string; archivedAt: Date | null };
  const facts = (space: "category" | "intent", { slug, archivedAt }: Row) => ({
    archivedAt: archivedAt?.toISOString() ?? null,
    tickets: counts[space].find((row) => row.slug === slug)?.n ?? 0,
    examples: examples.find((row) => row.space === space && row.label === slug)?.n ?? 0,
    rules: rules.flatMap(({ name, conditions }) =>
      conditions.some((condition) => names(condition, space, slug)) ? [name] : [],
    ),
  });
  return {
    categories: (await categoryRows(ctx.db)).map((row) => ({
      ...row,
      builtIn: false,
      ...facts("category", row),
    })),
    intents: (await intentRows(ctx.db)).map((row) => ({ ...row, ...facts("intent", row) })),
  };
}

/** True when a condition asks for that label, at any depth. */
function names(condition: Condition, space: "category" | "intent", slug: string): boolean {
  if ("field" in condition) return condition.field === space && condition.is === slug;
  if ("not" in condition) return names(condition.not, space, slug);
  const inner = "all" in condition ? condition.all : condition.any;
  return inner.some((one) => names(one, space, slug));
}

/** Tickets to choose examples from when a label is split. */
export async function readLabelTickets(
  ctx: Context,
  { space, slug }: LabelTicketsQuery,
): Promise<z.input<typeof LabelTickets>> {
  requirePermission(ctx, "content.write");
  return { tickets: await ticketsWithLabel(ctx.db, space, slug, MOST_EXAMPLES) };
}

/** Macros and tags. Agents use them; those who may write content change them. */
export async function readContent(ctx: Context): Promise<z.input<typeof ContentView>> {
  requirePermission(ctx, "ticket.read");
  const used = await usedTags(ctx.db, MOST_TAGS);
  const described = await describedTags(ctx.db);
  return {
    macros: (await macroRows(ctx.db)).map(({ teamId, teamName, ...row }) => ({
      ...row,
      actions: MacroActions.safeParse(row.actions).data ?? MacroActions.parse({}),
      team: teamId && teamName ? { id: teamId, name: teamName } : null,
      updatedAt: row.updatedAt.toISOString(),
      archivedAt: row.archivedAt?.toISOString() ?? null,
    })),
    tags: [
      ...described.map(({ name, description, archivedAt }) => ({
        ...{ name, description },
        described: true,
        archivedAt: archivedAt?.toISOString() ?? null,
        tickets: used.find((row) => row.name === name)?.n ?? 0,
      })),
      ...used
        .filter(({ name }) => !described.some((tag) => tag.name === name))
        .map(({ name, n }) => ({
          ...{ name, description: "", described: false, archivedAt: null },
          tickets: n,
        })),
    ],
  };
}
