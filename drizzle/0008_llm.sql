CREATE TABLE "llm_breakers" (
	"provider_id" uuid PRIMARY KEY NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"open_until" timestamp (3) with time zone,
	"fault" text,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "llm_calls" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider_id" uuid NOT NULL,
	"model" text NOT NULL,
	"prompt_version" text NOT NULL,
	"purpose" text NOT NULL,
	"ticket_id" uuid,
	"customer_id" uuid,
	"person_id" uuid,
	"fault" text,
	"words" text,
	"tries" integer DEFAULT 1 NOT NULL,
	"input_tokens" integer DEFAULT 0 NOT NULL,
	"output_tokens" integer DEFAULT 0 NOT NULL,
	"cost_micros" bigint DEFAULT 0 NOT NULL,
	"latency_ms" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "llm_calls_purpose_known" CHECK ("llm_calls"."purpose" in ('draft', 'agree', 'summary', 'classify', 'rewrite', 'copilot', 'test', 'eval')),
	CONSTRAINT "llm_calls_fault_known" CHECK ("llm_calls"."fault" in ('off', 'timeout', 'rate_limited', 'unavailable', 'unreachable', 'cut_off', 'bad_output', 'refused', 'empty', 'too_long', 'unauthorised', 'unknown_model', 'over_budget', 'circuit_open', 'stopped'))
);
--> statement-breakpoint
CREATE TABLE "llm_drafts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"attempt_id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"call_id" uuid,
	"model" text NOT NULL,
	"prompt_version" text NOT NULL,
	"used" boolean NOT NULL,
	"draft" text,
	"sentences" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"sources" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"unknown" text[] DEFAULT '{}'::text[] NOT NULL,
	"follow_up" text,
	"fault" text,
	"words" text,
	"confidence" double precision DEFAULT 0 NOT NULL,
	"parts" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"row" double precision[],
	"right" boolean,
	"weight" double precision,
	"settled_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "llm_drafts_confidence_range" CHECK ("llm_drafts"."confidence" >= 0 and "llm_drafts"."confidence" <= 1),
	CONSTRAINT "llm_drafts_weight_range" CHECK ("llm_drafts"."weight" >= 0 and "llm_drafts"."weight" <= 1),
	CONSTRAINT "llm_drafts_fault_known" CHECK ("llm_drafts"."fault" in ('off', 'timeout', 'rate_limited', 'unavailable', 'unreachable', 'cut_off', 'bad_output', 'refused', 'empty', 'too_long', 'unauthorised', 'unknown_model', 'over_budget', 'circuit_open', 'stopped'))
);
--> statement-breakpoint
CREATE TABLE "llm_providers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"base_url" text,
	"model" text NOT NULL,
	"api_key" text,
	"mode" text DEFAULT 'off' NOT NULL,
	"hide_personal" boolean DEFAULT true NOT NULL,
	"samples" integer DEFAULT 1 NOT NULL,
	"timeout_seconds" integer DEFAULT 60 NOT NULL,
	"context_tokens" integer DEFAULT 32000 NOT NULL,
	"input_micros" bigint DEFAULT 0 NOT NULL,
	"output_micros" bigint DEFAULT 0 NOT NULL,
	"limits" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp (3) with time zone,
	CONSTRAINT "llm_providers_kind_known" CHECK ("llm_providers"."kind" in ('openai_compatible', 'openai', 'anthropic', 'google')),
	CONSTRAINT "llm_providers_mode_known" CHECK ("llm_providers"."mode" in ('off', 'shadow', 'on'))
);
--> statement-breakpoint
CREATE TABLE "proposals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tool_id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"attempt_id" uuid,
	"given" jsonb NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'proposed' NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	"result" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "proposals_state_known" CHECK ("proposals"."state" in ('proposed', 'running', 'declined', 'done', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "tool_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tool_id" uuid NOT NULL,
	"ticket_id" uuid,
	"proposal_id" uuid,
	"given" jsonb NOT NULL,
	"bound" jsonb NOT NULL,
	"outcome" text NOT NULL,
	"status" integer,
	"result" text DEFAULT '' NOT NULL,
	"latency_ms" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tool_runs_outcome_known" CHECK ("tool_runs"."outcome" in ('answered', 'refused', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "tools" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"kind" text NOT NULL,
	"method" text NOT NULL,
	"url" text NOT NULL,
	"headers" text,
	"body" text DEFAULT '' NOT NULL,
	"parameters" jsonb NOT NULL,
	"enabled" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp (3) with time zone,
	CONSTRAINT "tools_kind_known" CHECK ("tools"."kind" in ('lookup', 'action')),
	CONSTRAINT "tools_method_known" CHECK ("tools"."method" in ('GET', 'POST', 'PUT', 'PATCH', 'DELETE'))
);
--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "locale" text;--> statement-breakpoint
ALTER TABLE "llm_breakers" ADD CONSTRAINT "llm_breakers_provider_id_llm_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."llm_providers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "llm_calls" ADD CONSTRAINT "llm_calls_provider_id_llm_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."llm_providers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "llm_calls" ADD CONSTRAINT "llm_calls_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "llm_calls" ADD CONSTRAINT "llm_calls_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "llm_calls" ADD CONSTRAINT "llm_calls_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "llm_drafts" ADD CONSTRAINT "llm_drafts_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "llm_drafts" ADD CONSTRAINT "llm_drafts_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "llm_drafts" ADD CONSTRAINT "llm_drafts_call_id_llm_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."llm_calls"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_tool_id_tools_id_fk" FOREIGN KEY ("tool_id") REFERENCES "public"."tools"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tool_runs" ADD CONSTRAINT "tool_runs_tool_id_tools_id_fk" FOREIGN KEY ("tool_id") REFERENCES "public"."tools"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tool_runs" ADD CONSTRAINT "tool_runs_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "llm_calls_created_idx" ON "llm_calls" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "llm_calls_ticket_idx" ON "llm_calls" USING btree ("ticket_id");--> statement-breakpoint
CREATE INDEX "llm_calls_customer_idx" ON "llm_calls" USING btree ("customer_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "llm_drafts_attempt_key" ON "llm_drafts" USING btree ("attempt_id");--> statement-breakpoint
CREATE INDEX "llm_drafts_ticket_idx" ON "llm_drafts" USING btree ("ticket_id");--> statement-breakpoint
CREATE INDEX "llm_drafts_settled_idx" ON "llm_drafts" USING btree ("model","prompt_version","settled_at") WHERE "llm_drafts"."right" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "llm_providers_name_key" ON "llm_providers" USING btree ("name") WHERE "llm_providers"."archived_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "llm_providers_active_key" ON "llm_providers" USING btree ((true)) WHERE "llm_providers"."mode" <> 'off' and "llm_providers"."archived_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "proposals_open_key" ON "proposals" USING btree ("ticket_id","tool_id",md5("given"::text)) WHERE "proposals"."state" = 'proposed';--> statement-breakpoint
CREATE INDEX "proposals_ticket_idx" ON "proposals" USING btree ("ticket_id","created_at");--> statement-breakpoint
CREATE INDEX "tool_runs_tool_idx" ON "tool_runs" USING btree ("tool_id","created_at");--> statement-breakpoint
CREATE INDEX "tool_runs_ticket_idx" ON "tool_runs" USING btree ("ticket_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "tools_name_key" ON "tools" USING btree ("name") WHERE "tools"."archived_at" is null;