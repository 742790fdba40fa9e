-- What the table of all lines is sought and ordered by. Prisma's schema has no words for columns that make themselves.
ALTER TABLE "quote_line"
  ADD COLUMN "search_text" TEXT COLLATE "C"
    GENERATED ALWAYS AS (lower("description" || ' ' || "part_number")) STORED,
  -- As the engine's lineNet before it rounds to what can be paid; a test holds the two equal.
  ADD COLUMN "net_amount" NUMERIC
    GENERATED ALWAYS AS (
      "quantity" * "unit_price" * (1 - coalesce("discount_fraction", 0))
      * CASE "recurrence" WHEN 'one-off' THEN 1 WHEN 'monthly' THEN "months" ELSE "months" / 12::numeric END
    ) STORED;

-- An updated line leaves one revision and joins another: neither may be received.
CREATE OR REPLACE FUNCTION keep_received_line() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND EXISTS (
    SELECT FROM public.quote_revision r
    WHERE r.org_id = OLD.org_id AND r.quote_id = OLD.quote_id AND r.revision = OLD.revision
      AND r.received_at IS NOT NULL
  ) THEN
    RAISE EXCEPTION 'revision % of a quote is received and stays as it is', OLD.revision;
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  IF EXISTS (
    SELECT FROM public.quote_revision r
    WHERE r.org_id = NEW.org_id AND r.quote_id = NEW.quote_id AND r.revision = NEW.revision
      AND r.received_at IS NOT NULL
  ) THEN
    RAISE EXCEPTION 'revision % of a quote is received and stays as it is', NEW.revision;
  END IF;
  RETURN NEW;
END
$$;
