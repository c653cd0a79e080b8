CREATE TABLE "routings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"ticket_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"inputs" jsonb NOT NULL,
	"outcome" jsonb NOT NULL,
	"model" text NOT NULL,
	"ai_may_answer" boolean NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "merges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"source_id" uuid NOT NULL,
	"target_id" uuid NOT NULL,
	"person_id" uuid,
	"snapshot" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"undone_at" timestamp (3) with time zone,
	CONSTRAINT "merges_two_tickets" CHECK ("merges"."source_id" <> "merges"."target_id")
);
--> statement-breakpoint
CREATE TABLE "ticket_transitions" (
	"from_status" text NOT NULL,
	"to_status" text NOT NULL,
	"mover" text NOT NULL,
	CONSTRAINT "ticket_transitions_from_status_to_status_mover_pk" PRIMARY KEY("from_status","to_status","mover")
);
--> statement-breakpoint
CREATE TABLE "ticket_writers" (
	"ticket_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ticket_writers_ticket_id_person_id_pk" PRIMARY KEY("ticket_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "ai_stopped" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "ai_stopped" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "sentiment" double precision;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "sentiment_trend" double precision;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "moved_by" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "link_kind" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "merged_into_id" uuid;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "snoozed_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "next_try_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "routings" ADD CONSTRAINT "routings_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routings" ADD CONSTRAINT "routings_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_source_id_tickets_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_target_id_tickets_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_writers" ADD CONSTRAINT "ticket_writers_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_writers" ADD CONSTRAINT "ticket_writers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "routings_message_key" ON "routings" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "routings_ticket_idx" ON "routings" USING btree ("ticket_id","created_at");--> statement-breakpoint
CREATE INDEX "routings_created_idx" ON "routings" USING btree ("created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "merges_open_key" ON "merges" USING btree ("source_id") WHERE "merges"."undone_at" is null;--> statement-breakpoint
CREATE INDEX "merges_target_idx" ON "merges" USING btree ("target_id");--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_merged_into_id_tickets_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."tickets"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "tickets_snoozed_idx" ON "tickets" USING btree ("snoozed_until") WHERE "tickets"."snoozed_until" is not null;--> statement-breakpoint
CREATE INDEX "tickets_next_try_idx" ON "tickets" USING btree ("next_try_at") WHERE "tickets"."next_try_at" is not null;--> statement-breakpoint
CREATE INDEX "tickets_merged_idx" ON "tickets" USING btree ("merged_into_id") WHERE "tickets"."merged_into_id" is not null;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_moved_by_known" CHECK ("tickets"."moved_by" in ('person', 'ai', 'customer', 'system', 'undo'));--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_link_kind_known" CHECK ("tickets"."link_kind" in ('continues', 'duplicate', 'split'));--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_trend_range" CHECK ("tickets"."sentiment_trend" >= -1 and "tickets"."sentiment_trend" <= 1);--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_not_merged_into_itself" CHECK ("tickets"."merged_into_id" <> "tickets"."id");--> statement-breakpoint
INSERT INTO "ticket_transitions" ("from_status", "to_status", "mover") VALUES
  ('open', 'in_progress', 'ai'),
  ('open', 'in_progress', 'person'),
  ('open', 'pending_customer', 'person'),
  ('open', 'pending_customer', 'system'),
  ('open', 'resolved', 'person'),
  ('open', 'resolved', 'system'),
  ('open', 'resolved', 'customer'),
  ('open', 'closed', 'person'),
  ('open', 'closed', 'system'),
  ('in_progress', 'pending_customer', 'ai'),
  ('in_progress', 'pending_customer', 'person'),
  ('in_progress', 'pending_customer', 'system'),
  ('in_progress', 'resolved', 'ai'),
  ('in_progress', 'resolved', 'person'),
  ('in_progress', 'resolved', 'system'),
  ('in_progress', 'resolved', 'customer'),
  ('in_progress', 'open', 'ai'),
  ('in_progress', 'open', 'person'),
  ('in_progress', 'open', 'customer'),
  ('in_progress', 'open', 'system'),
  ('in_progress', 'closed', 'person'),
  ('in_progress', 'closed', 'system'),
  ('pending_customer', 'in_progress', 'ai'),
  ('pending_customer', 'in_progress', 'person'),
  ('pending_customer', 'open', 'person'),
  ('pending_customer', 'open', 'customer'),
  ('pending_customer', 'open', 'system'),
  ('pending_customer', 'resolved', 'ai'),
  ('pending_customer', 'resolved', 'person'),
  ('pending_customer', 'resolved', 'customer'),
  ('pending_customer', 'resolved', 'system'),
  ('pending_customer', 'closed', 'person'),
  ('pending_customer', 'closed', 'system'),
  ('resolved', 'open', 'customer'),
  ('resolved', 'open', 'person'),
  ('resolved', 'open', 'system'),
  ('resolved', 'closed', 'person'),
  ('resolved', 'closed', 'system'),
  ('closed', 'open', 'customer'),
  ('closed', 'open', 'person'),
  ('closed', 'open', 'system'),
  ('closed', 'in_progress', 'undo'),
  ('closed', 'pending_customer', 'undo'),
  ('closed', 'resolved', 'undo'),
  ('closed', 'open', 'undo'),
  ('open', 'pending_customer', 'undo'),
  ('open', 'resolved', 'undo'),
  ('open', 'closed', 'undo'),
  ('in_progress', 'open', 'undo'),
  ('in_progress', 'pending_customer', 'undo'),
  ('in_progress', 'resolved', 'undo'),
  ('in_progress', 'closed', 'undo');--> statement-breakpoint
CREATE FUNCTION "refuse_illegal_move"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM "ticket_transitions"
    WHERE "from_status" = OLD.status AND "to_status" = NEW.status AND "mover" = NEW.moved_by
  ) THEN
    RAISE EXCEPTION 'a ticket may not go from % to % by %', OLD.status, NEW.status, coalesce(NEW.moved_by, 'nobody')
      USING ERRCODE = 'check_violation', CONSTRAINT = 'tickets_legal_move';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER "tickets_legal_move" BEFORE UPDATE OF "status" ON "tickets"
  FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION "refuse_illegal_move"();
