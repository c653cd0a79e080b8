import { and, asc, eq, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import { connections } from "@/db/schema/channel";
import { categories, intents, tags } from "@/db/schema/desk";
import { people, teams } from "@/db/schema/person";
import { slaPolicies } from "@/db/schema/sla";

export const activeIntents = (db: Db) =>
  db
    .select({ slug: intents.slug, name: intents.name })
    .from(intents)
    .where(isNull(intents.archivedAt))
    .orderBy(asc(intents.position), asc(intents.slug));

export const activeCategories = (db: Db) =>
  db
    .select({ slug: categories.slug, name: categories.name })
    .from(categories)
    .where(isNull(categories.archivedAt))
    .orderBy(asc(categories.name));

export const teamNames = (db: Db) =>
  db.select({ name: teams.name, fallback: teams.fallback }).from(teams).orderBy(asc(teams.name));

/** Also those who have left: old versions of rules name them. */
export const everybody = (db: Db) =>
  db
    .select({ id: people.id, name: people.name, disabledAt: people.disabledAt })
    .from(people)
    .orderBy(asc(people.name), asc(people.id));

export const knownTags = (db: Db) =>
  db.select({ name: tags.name }).from(tags).where(isNull(tags.archivedAt)).orderBy(asc(tags.name));

export const knownSources = (db: Db) =>
  db.selectDistinct({ source: connections.source }).from(connections);

export const knownPolicies = (db: Db) =>
  db
    .select({ name: slaPolicies.name })
    .from(slaPolicies)
    .where(and(isNull(slaPolicies.archivedAt), eq(slaPolicies.enabled, true)))
    .orderBy(asc(slaPolicies.position), asc(slaPolicies.id));
