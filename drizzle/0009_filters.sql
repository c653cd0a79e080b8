ALTER TABLE "tickets" ADD COLUMN "language" text;--> statement-breakpoint
-- Before the indexes: each changed row would be put into them.
UPDATE "tickets" SET "language" = said."language"
FROM (
  SELECT DISTINCT ON ("ticket_id") "ticket_id", "language" FROM "messages"
  WHERE "author" = 'customer' AND "language" IS NOT NULL
  ORDER BY "ticket_id", "created_at" DESC, "id" DESC
) said WHERE said."ticket_id" = "tickets"."id";--> statement-breakpoint
CREATE INDEX "tickets_open_language_idx" ON "tickets" USING btree ("language","updated_at","id") WHERE status in ('open', 'in_progress', 'pending_customer') and merged_into_id is null;--> statement-breakpoint
CREATE INDEX "tickets_open_subject_idx" ON "tickets" USING gin ("subject" gin_trgm_ops) WHERE status in ('open', 'in_progress', 'pending_customer') and merged_into_id is null;--> statement-breakpoint
CREATE INDEX "inbound_receipts_ticket_idx" ON "inbound_receipts" USING btree ("ticket_id");--> statement-breakpoint
CREATE INDEX "attempts_sent_idx" ON "attempts" USING btree ("sent_message_id") WHERE "attempts"."sent_message_id" is not null;--> statement-breakpoint
CREATE INDEX "tickets_linked_idx" ON "tickets" USING btree ("linked_ticket_id") WHERE "tickets"."linked_ticket_id" is not null;
