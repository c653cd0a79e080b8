CREATE TABLE "answer_uses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"answer_id" uuid,
	"article_id" uuid,
	"ticket_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"by_person" boolean NOT NULL,
	"resolves" boolean NOT NULL,
	"accepted" boolean NOT NULL,
	"question" text NOT NULL,
	"search" "tsvector" GENERATED ALWAYS AS (to_tsvector('english', "answer_uses"."question")) STORED NOT NULL,
	"outcome" text,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"undone_at" timestamp (3) with time zone,
	CONSTRAINT "answer_uses_one_class" CHECK (num_nonnulls("answer_uses"."answer_id", "answer_uses"."article_id") = 1),
	CONSTRAINT "answer_uses_outcome_known" CHECK ("answer_uses"."outcome" in ('quiet', 'confirmed', 'reopened'))
);
--> statement-breakpoint
CREATE TABLE "answers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"text" text NOT NULL,
	"language" text,
	"sentence_keys" text[] DEFAULT '{}'::text[] NOT NULL,
	"article_id" uuid,
	"state" text DEFAULT 'private' NOT NULL,
	"released_by" uuid,
	"merged_into_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "answers_state_known" CHECK ("answers"."state" in ('private', 'released', 'retired')),
	CONSTRAINT "answers_not_merged_into_itself" CHECK ("answers"."merged_into_id" <> "answers"."id")
);
--> statement-breakpoint
CREATE TABLE "model_versions" (
	"number" serial PRIMARY KEY NOT NULL,
	"engine_version" integer NOT NULL,
	"up_to_seq" bigint NOT NULL,
	"snapshot" "bytea",
	"figures" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "signals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" bigserial NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"ticket_id" uuid,
	"attempt_id" uuid,
	"account_id" uuid,
	"person_id" uuid,
	"message_id" uuid,
	"subject" text,
	"question" text DEFAULT '' NOT NULL,
	"learned" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"payload" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"undone_at" timestamp (3) with time zone,
	"undone_by" uuid,
	CONSTRAINT "signals_kind_known" CHECK ("signals"."kind" in ('approved', 'edited', 'rejected', 'taken_over', 'answered', 'relabelled', 'reopened', 'quiet', 'confirmed', 'csat', 'article', 'answer', 'undone', 'rolled_back', 'erased'))
);
--> statement-breakpoint
ALTER TABLE "answer_uses" ADD CONSTRAINT "answer_uses_answer_id_answers_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."answers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_uses" ADD CONSTRAINT "answer_uses_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_uses" ADD CONSTRAINT "answer_uses_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_uses" ADD CONSTRAINT "answer_uses_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_uses" ADD CONSTRAINT "answer_uses_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_released_by_people_id_fk" FOREIGN KEY ("released_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_merged_into_id_answers_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."answers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signals" ADD CONSTRAINT "signals_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signals" ADD CONSTRAINT "signals_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signals" ADD CONSTRAINT "signals_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signals" ADD CONSTRAINT "signals_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signals" ADD CONSTRAINT "signals_undone_by_people_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "answer_uses_message_key" ON "answer_uses" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "answer_uses_search_idx" ON "answer_uses" USING gin ("search");--> statement-breakpoint
CREATE INDEX "answer_uses_answer_idx" ON "answer_uses" USING btree ("answer_id","account_id");--> statement-breakpoint
CREATE INDEX "answer_uses_article_idx" ON "answer_uses" USING btree ("article_id");--> statement-breakpoint
CREATE INDEX "answer_uses_ticket_idx" ON "answer_uses" USING btree ("ticket_id","sent_at");--> statement-breakpoint
CREATE INDEX "answer_uses_silent_idx" ON "answer_uses" USING btree ("sent_at") WHERE "answer_uses"."outcome" is null;--> statement-breakpoint
CREATE INDEX "answers_sentences_idx" ON "answers" USING gin ("sentence_keys");--> statement-breakpoint
CREATE INDEX "answers_updated_idx" ON "answers" USING btree ("updated_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "model_versions_state_key" ON "model_versions" USING btree ("engine_version","up_to_seq");--> statement-breakpoint
CREATE UNIQUE INDEX "signals_key_key" ON "signals" USING btree ("key");--> statement-breakpoint
CREATE UNIQUE INDEX "signals_seq_key" ON "signals" USING btree ("seq");--> statement-breakpoint
CREATE INDEX "signals_ticket_idx" ON "signals" USING btree ("ticket_id","seq");--> statement-breakpoint
CREATE INDEX "signals_message_idx" ON "signals" USING btree ("message_id") WHERE "signals"."message_id" is not null;