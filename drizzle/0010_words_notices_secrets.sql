ALTER TABLE "notices" DROP CONSTRAINT "notices_kind_known";--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "ends_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "connections" ADD COLUMN "secret_used_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "connections" ADD COLUMN "old_secret_sealed" text;--> statement-breakpoint
ALTER TABLE "connections" ADD COLUMN "old_secret_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "connections" ADD COLUMN "old_secret_used_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "connections" ADD CONSTRAINT "connections_old_secret_ends" CHECK (("connections"."old_secret_sealed" is null) = ("connections"."old_secret_until" is null));--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_kind_known" CHECK ("notices"."kind" in ('mention', 'assigned', 'customer_reply', 'note', 'follow_up', 'sla_warning', 'sla_breach', 'second_look', 'delivery_failed'));--> statement-breakpoint
-- All searched words of messages with more than 20,000 characters, in a column of their own: making
-- `search` anew would rewrite every message of the desk.
ALTER TABLE "messages" ADD COLUMN "search_long" "tsvector";--> statement-breakpoint
CREATE FUNCTION "keep_search_long"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Octets first: how many there are is known without unpacking the text.
  IF octet_length(NEW."text") > 20000 AND length(NEW."text") > 20000 THEN
    NEW."search_long" := to_tsvector('simple', left(NEW."text", 100000));
  ELSE
    NEW."search_long" := NULL;
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER "messages_search_long" BEFORE INSERT OR UPDATE OF "text" ON "messages"
  FOR EACH ROW EXECUTE FUNCTION "keep_search_long"();--> statement-breakpoint
UPDATE "messages" SET "text" = "text" WHERE octet_length("text") > 20000 AND length("text") > 20000;--> statement-breakpoint
CREATE INDEX "messages_search_long_idx" ON "messages" USING gin ("search_long") WHERE "search_long" is not null;
