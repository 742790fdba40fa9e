-- CreateTable
CREATE TABLE "lines_import" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "quote_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "version_after" INTEGER NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_sha256" CHAR(64) NOT NULL,
    "line_count" INTEGER NOT NULL,
    "first_position" INTEGER NOT NULL,
    "former_lines" JSONB,
    "former_freight" DECIMAL(18,4),
    "imported_by_user_id" UUID,
    "imported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "lines_import_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "column_mapping" (
    "org_id" UUID NOT NULL,
    "supplier_id" UUID NOT NULL,
    "header_key" CHAR(64) NOT NULL,
    "settled" JSONB NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "column_mapping_pkey" PRIMARY KEY ("org_id","supplier_id","header_key")
);

-- CreateIndex
CREATE INDEX "lines_import_org_id_quote_id_imported_at_idx" ON "lines_import"("org_id", "quote_id", "imported_at" DESC);

-- AddForeignKey
ALTER TABLE "lines_import" ADD CONSTRAINT "lines_import_org_id_quote_id_fkey" FOREIGN KEY ("org_id", "quote_id") REFERENCES "quote"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lines_import" ADD CONSTRAINT "lines_import_imported_by_user_id_fkey" FOREIGN KEY ("imported_by_user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "column_mapping" ADD CONSTRAINT "column_mapping_org_id_supplier_id_fkey" FOREIGN KEY ("org_id", "supplier_id") REFERENCES "supplier"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema has no words for

ALTER TABLE "column_mapping" ADD CONSTRAINT "column_mapping_is_small" CHECK (octet_length("settled"::text) <= 4000);

GRANT SELECT, INSERT, UPDATE ("former_lines", "undone_at") ON "lines_import" TO loadline_app;
GRANT SELECT, INSERT, UPDATE ("settled", "saved_at") ON "column_mapping" TO loadline_app;

ALTER TABLE "lines_import" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "lines_import" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_organization" ON "lines_import"
  USING ("org_id" = (SELECT nullif(current_setting('app.org_id', true), '')::uuid));

ALTER TABLE "column_mapping" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "column_mapping" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_organization" ON "column_mapping"
  USING ("org_id" = (SELECT nullif(current_setting('app.org_id', true), '')::uuid));

-- Once a statement and not once a line: an import writes 50,000 of them.
DROP TRIGGER keep_received_line ON "quote_line";
DROP FUNCTION keep_received_line();
CREATE FUNCTION keep_received_lines() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  received integer;
BEGIN
  SELECT r.revision INTO received
  FROM (SELECT DISTINCT org_id, quote_id, revision FROM changed) c
  JOIN public.quote_revision r USING (org_id, quote_id, revision)
  WHERE r.received_at IS NOT NULL
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'revision % of a quote is received and stays as it is', received;
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER keep_received_lines_inserted AFTER INSERT ON "quote_line"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_received_lines();
CREATE TRIGGER keep_received_lines_deleted AFTER DELETE ON "quote_line"
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_received_lines();
CREATE TRIGGER keep_received_lines_updated AFTER UPDATE ON "quote_line"
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_received_lines();
CREATE TRIGGER keep_received_lines_moved AFTER UPDATE ON "quote_line"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_received_lines();
REVOKE ALL ON FUNCTION keep_received_lines() FROM PUBLIC;
