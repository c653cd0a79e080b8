import { asc, desc, eq, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import { tickets } from "@/db/schema/ticket";
import { toolRuns, tools } from "@/db/schema/tool";

/** Runs that the settings page shows. */
const SHOWN = 30;

/** All tools that are not put away, by name. Their headers are sealed. */
export const toolRows = (db: Db) =>
  db.select().from(tools).where(isNull(tools.archivedAt)).orderBy(asc(tools.name));

/** The newest runs of all tools. */
export const toolRunRows = (db: Db) =>
  db
    .select({ run: toolRuns, toolName: tools.name, ticketNumber: tickets.number })
    .from(toolRuns)
    .innerJoin(tools, eq(tools.id, toolRuns.toolId))
    .leftJoin(tickets, eq(tickets.id, toolRuns.ticketId))
    .orderBy(desc(toolRuns.createdAt), desc(toolRuns.id))
    .limit(SHOWN);
