-- AlterTable
ALTER TABLE "stored_file" ADD COLUMN     "quote_id" UUID,
ADD COLUMN     "revision" INTEGER;

-- CreateIndex
CREATE INDEX "stored_file_org_id_quote_id_revision_idx" ON "stored_file"("org_id", "quote_id", "revision");

-- AddForeignKey
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_org_id_quote_id_revision_fkey" FOREIGN KEY ("org_id", "quote_id", "revision") REFERENCES "quote_revision"("org_id", "quote_id", "revision") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema has no words for

ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_belongs_to_one"
  CHECK (num_nonnulls("quote_id", "revision") IN (0, 2) AND ("quote_id" IS NULL OR "job_id" IS NULL));

-- A removed attachment is deleted later, so that removing it can be taken back; a draft can go, and come back with its files.
GRANT UPDATE ("quote_id", "revision", "expires_at") ON "stored_file" TO loadline_app;
GRANT DELETE ON "quote" TO loadline_app;

-- What a revision had when it was received stays with it.
CREATE FUNCTION keep_received_file() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  IF EXISTS (
    SELECT FROM public.quote_revision r
    WHERE r.org_id = OLD.org_id AND r.quote_id = OLD.quote_id AND r.revision = OLD.revision
      AND r.received_at >= OLD.created_at AND OLD.expires_at IS NULL
  ) THEN
    RAISE EXCEPTION 'revision % of a quote is received and keeps its files', OLD.revision;
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER keep_received_file BEFORE UPDATE OF "quote_id", "revision", "expires_at" ON "stored_file"
  FOR EACH ROW WHEN (OLD."quote_id" IS NOT NULL) EXECUTE FUNCTION keep_received_file();

-- A draft alone can be deleted: what was received is what the supplier said.
CREATE FUNCTION keep_received_quote() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  IF OLD.status <> 'draft' AND EXISTS (SELECT FROM public.organization o WHERE o.id = OLD.org_id) THEN
    RAISE EXCEPTION 'quote % was received and stays', OLD.number;
  END IF;
  RETURN OLD;
END
$$;
CREATE TRIGGER keep_received_quote BEFORE DELETE ON "quote"
  FOR EACH ROW EXECUTE FUNCTION keep_received_quote();
REVOKE ALL ON FUNCTION keep_received_file(), keep_received_quote() FROM PUBLIC;
