CREATE TABLE "backtests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"input" jsonb NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer,
	"result" jsonb,
	"problem" text,
	"person_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "backtests_kind_known" CHECK ("backtests"."kind" in ('rules', 'bands')),
	CONSTRAINT "backtests_state_known" CHECK ("backtests"."state" in ('queued', 'running', 'done', 'cancelled', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "ratings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"ticket_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"score" integer NOT NULL,
	"comment" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ratings_score_range" CHECK ("ratings"."score" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "intents" (
	"slug" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"built_in" boolean DEFAULT false NOT NULL,
	"position" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"merged_into" text,
	CONSTRAINT "intents_slug_form" CHECK ("intents"."slug" ~ '^[a-z0-9][a-z0-9_]{0,63}$')
);
--> statement-breakpoint
CREATE TABLE "macros" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"actions" jsonb NOT NULL,
	"team_id" uuid,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "tags" (
	"name" text PRIMARY KEY NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "novel_questions" (
	"ticket_id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"question" text NOT NULL,
	"search" "tsvector" GENERATED ALWAYS AS (to_tsvector('english', "novel_questions"."question")) STORED NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"answered_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "question_groups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"words" text[] DEFAULT '{}'::text[] NOT NULL,
	"example" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"article_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "question_groups_state_known" CHECK ("question_groups"."state" in ('open', 'answered', 'dismissed'))
);
--> statement-breakpoint
CREATE TABLE "invites" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"areas" text[] DEFAULT '{}'::text[] NOT NULL,
	"team_ids" uuid[] DEFAULT '{}'::uuid[] NOT NULL,
	"created_by" uuid,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"person_id" uuid,
	"revoked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invites_role_known" CHECK ("invites"."role" in ('agent', 'reviewer', 'admin'))
);
--> statement-breakpoint
CREATE TABLE "model_configs" (
	"number" serial PRIMARY KEY NOT NULL,
	"engine_version" integer NOT NULL,
	"settings" jsonb NOT NULL,
	"state" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"promoted_at" timestamp (3) with time zone,
	"promoted_by" uuid,
	"retired_at" timestamp (3) with time zone,
	"figures" jsonb,
	CONSTRAINT "model_configs_state_known" CHECK ("model_configs"."state" in ('shadow', 'current', 'retired', 'refused'))
);
--> statement-breakpoint
CREATE TABLE "shadow_predictions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"config_number" integer NOT NULL,
	"attempt_id" uuid NOT NULL,
	"subject" text,
	"confidence" double precision NOT NULL,
	"novelty" double precision NOT NULL,
	"automatic" boolean NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "shadow_predictions_confidence_range" CHECK ("shadow_predictions"."confidence" >= 0 and "shadow_predictions"."confidence" <= 1),
	CONSTRAINT "shadow_predictions_novelty_range" CHECK ("shadow_predictions"."novelty" >= 0 and "shadow_predictions"."novelty" <= 1)
);
--> statement-breakpoint
CREATE TABLE "ticket_predictions" (
	"ticket_id" uuid PRIMARY KEY NOT NULL,
	"subject" text,
	"confidence" double precision NOT NULL,
	"up_to_seq" bigint NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ticket_predictions_confidence_range" CHECK ("ticket_predictions"."confidence" >= 0 and "ticket_predictions"."confidence" <= 1)
);
--> statement-breakpoint
CREATE TABLE "review_leases" (
	"attempt_id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "second_looks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"attempt_id" uuid NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_of" uuid,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "verdicts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"attempt_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"verdict" text NOT NULL,
	"text" text,
	"reason" text,
	"note" text DEFAULT '' NOT NULL,
	"edit_share" double precision,
	"seconds" integer,
	"settled" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"undone_at" timestamp (3) with time zone,
	CONSTRAINT "verdicts_verdict_known" CHECK ("verdicts"."verdict" in ('approve', 'correct', 'reject', 'take_over')),
	CONSTRAINT "verdicts_reason_known" CHECK ("verdicts"."reason" in ('wrong_answer', 'wrong_tone', 'missing_step', 'not_allowed', 'other')),
	CONSTRAINT "verdicts_edit_range" CHECK ("verdicts"."edit_share" >= 0 and "verdicts"."edit_share" <= 1)
);
--> statement-breakpoint
CREATE TABLE "rule_versions" (
	"number" serial PRIMARY KEY NOT NULL,
	"rules" jsonb NOT NULL,
	"comment" text DEFAULT '' NOT NULL,
	"restored_from" integer,
	"person_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "signals" DROP CONSTRAINT "signals_kind_known";--> statement-breakpoint
DROP INDEX "model_versions_state_key";--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "revoked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "rotated_from" uuid;--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "created_by" uuid;--> statement-breakpoint
ALTER TABLE "categories" ADD COLUMN "description" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "categories" ADD COLUMN "archived_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "categories" ADD COLUMN "merged_into" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "areas" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "capacity" integer;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "away_from" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "away_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "cover_id" uuid;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "last_seen_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "model_versions" ADD COLUMN "config_number" integer;--> statement-breakpoint
ALTER TABLE "signals" ADD COLUMN "effect" jsonb;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "judged_row" double precision[];--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "sample_rate" double precision;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "later_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "later_by" uuid;--> statement-breakpoint
ALTER TABLE "backtests" ADD CONSTRAINT "backtests_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "macros" ADD CONSTRAINT "macros_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "macros" ADD CONSTRAINT "macros_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "novel_questions" ADD CONSTRAINT "novel_questions_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "novel_questions" ADD CONSTRAINT "novel_questions_group_id_question_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."question_groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_groups" ADD CONSTRAINT "question_groups_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invites" ADD CONSTRAINT "invites_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invites" ADD CONSTRAINT "invites_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "model_configs" ADD CONSTRAINT "model_configs_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "model_configs" ADD CONSTRAINT "model_configs_promoted_by_people_id_fk" FOREIGN KEY ("promoted_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shadow_predictions" ADD CONSTRAINT "shadow_predictions_config_number_model_configs_number_fk" FOREIGN KEY ("config_number") REFERENCES "public"."model_configs"("number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shadow_predictions" ADD CONSTRAINT "shadow_predictions_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_predictions" ADD CONSTRAINT "ticket_predictions_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_leases" ADD CONSTRAINT "review_leases_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_leases" ADD CONSTRAINT "review_leases_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_looks" ADD CONSTRAINT "second_looks_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_looks" ADD CONSTRAINT "second_looks_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_looks" ADD CONSTRAINT "second_looks_asked_of_people_id_fk" FOREIGN KEY ("asked_of") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_versions" ADD CONSTRAINT "rule_versions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "backtests_created_idx" ON "backtests" USING btree ("kind","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "ratings_message_key" ON "ratings" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "ratings_ticket_idx" ON "ratings" USING btree ("ticket_id","created_at");--> statement-breakpoint
CREATE INDEX "intents_position_idx" ON "intents" USING btree ("position");--> statement-breakpoint
CREATE UNIQUE INDEX "macros_name_key" ON "macros" USING btree (lower("name")) WHERE "macros"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "novel_questions_search_idx" ON "novel_questions" USING gin ("search");--> statement-breakpoint
CREATE INDEX "novel_questions_group_idx" ON "novel_questions" USING btree ("group_id","created_at");--> statement-breakpoint
CREATE INDEX "question_groups_state_idx" ON "question_groups" USING btree ("state","updated_at");--> statement-breakpoint
CREATE UNIQUE INDEX "invites_token_key" ON "invites" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "model_configs_one_current_key" ON "model_configs" USING btree ("state") WHERE "model_configs"."state" = 'current';--> statement-breakpoint
CREATE UNIQUE INDEX "model_configs_one_shadow_key" ON "model_configs" USING btree ("state") WHERE "model_configs"."state" = 'shadow';--> statement-breakpoint
CREATE UNIQUE INDEX "shadow_predictions_key" ON "shadow_predictions" USING btree ("config_number","attempt_id");--> statement-breakpoint
CREATE INDEX "review_leases_person_idx" ON "review_leases" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "second_looks_open_key" ON "second_looks" USING btree ("attempt_id") WHERE "second_looks"."settled_at" is null;--> statement-breakpoint
CREATE INDEX "second_looks_attempt_idx" ON "second_looks" USING btree ("attempt_id");--> statement-breakpoint
CREATE UNIQUE INDEX "verdicts_person_key" ON "verdicts" USING btree ("attempt_id","person_id") WHERE "verdicts"."undone_at" is null;--> statement-breakpoint
CREATE INDEX "verdicts_created_idx" ON "verdicts" USING btree ("created_at");--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_cover_id_people_id_fk" FOREIGN KEY ("cover_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "model_versions" ADD CONSTRAINT "model_versions_config_number_model_configs_number_fk" FOREIGN KEY ("config_number") REFERENCES "public"."model_configs"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_later_by_people_id_fk" FOREIGN KEY ("later_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "model_versions_state_key" ON "model_versions" USING btree ("engine_version",coalesce("config_number", 0),"up_to_seq");--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_capacity_range" CHECK ("people"."capacity" between 0 and 10000);--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_not_own_cover" CHECK ("people"."cover_id" <> "people"."id");--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_away_order" CHECK ("people"."away_until" > "people"."away_from");--> statement-breakpoint
ALTER TABLE "signals" ADD CONSTRAINT "signals_kind_known" CHECK ("signals"."kind" in ('approved', 'edited', 'rejected', 'taken_over', 'answered', 'relabelled', 'reopened', 'quiet', 'confirmed', 'csat', 'escalated', 'article', 'answer', 'undone', 'rolled_back', 'erased'));--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_sample_rate_range" CHECK ("attempts"."sample_rate" >= 0 and "attempts"."sample_rate" <= 1);--> statement-breakpoint
-- Desks that are there get the built-in intents; new ones get them with their other defaults.
INSERT INTO "intents" ("slug", "name", "built_in", "position")
SELECT slug, name, true, position FROM (VALUES
	('security_report', 'Security report', 10),
	('cancellation_intent', 'Cancellation intent', 20),
	('billing_problem', 'Billing problem', 30),
	('bug_report', 'Bug report', 40),
	('usage_help', 'Usage help', 50),
	('feature_request', 'Feature request', 60)
) AS built_in (slug, name, position)
WHERE EXISTS (SELECT 1 FROM "categories");
