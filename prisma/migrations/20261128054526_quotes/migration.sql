-- CreateEnum
CREATE TYPE "quote_status" AS ENUM ('draft', 'received', 'clarified', 'shortlisted', 'awarded', 'declined');

-- AlterTable
ALTER TABLE "supplier" ADD COLUMN     "contact_name" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "email" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "note" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "phone" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "quote" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "supplier_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "status" "quote_status" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_user_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "quote_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "quote_revision" (
    "org_id" UUID NOT NULL,
    "quote_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "quoted_on" DATE NOT NULL,
    "valid_until" DATE,
    "incoterm" TEXT,
    "payment_terms" TEXT NOT NULL,
    "lead_time_weeks" INTEGER,
    "warranty_months" INTEGER,
    "freight" DECIMAL(18,4),
    "duty" DECIMAL(18,4),
    "unrecoverable_vat" DECIMAL(18,4),
    "stated_total" DECIMAL(18,4),
    "stated_total_has_tax" BOOLEAN NOT NULL,
    "power_kilowatts" DECIMAL(10,3),
    "rack_units" INTEGER,
    "notes" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3),
    "created_by_user_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "quote_revision_pkey" PRIMARY KEY ("org_id","quote_id","revision")
);

-- CreateTable
CREATE TABLE "quote_line" (
    "org_id" UUID NOT NULL,
    "quote_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "category" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "part_number" TEXT NOT NULL,
    "quantity" DECIMAL(12,4),
    "unit" TEXT NOT NULL,
    "unit_price" DECIMAL(18,4),
    "discount_fraction" DECIMAL(7,6),
    "recurrence" TEXT NOT NULL,
    "months" INTEGER,
    "tax_fraction" DECIMAL(7,6),

    CONSTRAINT "quote_line_pkey" PRIMARY KEY ("org_id","quote_id","revision","position")
);

-- CreateIndex
CREATE INDEX "quote_org_id_updated_at_idx" ON "quote"("org_id", "updated_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "quote_org_id_supplier_id_number_key" ON "quote"("org_id", "supplier_id", "number");

-- AddForeignKey
ALTER TABLE "quote" ADD CONSTRAINT "quote_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote" ADD CONSTRAINT "quote_org_id_supplier_id_fkey" FOREIGN KEY ("org_id", "supplier_id") REFERENCES "supplier"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote" ADD CONSTRAINT "quote_created_by_user_id_fkey" FOREIGN KEY ("created_by_user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote_revision" ADD CONSTRAINT "quote_revision_org_id_quote_id_fkey" FOREIGN KEY ("org_id", "quote_id") REFERENCES "quote"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote_revision" ADD CONSTRAINT "quote_revision_created_by_user_id_fkey" FOREIGN KEY ("created_by_user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote_line" ADD CONSTRAINT "quote_line_org_id_quote_id_revision_fkey" FOREIGN KEY ("org_id", "quote_id", "revision") REFERENCES "quote_revision"("org_id", "quote_id", "revision") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema has no words for

GRANT SELECT, INSERT, UPDATE ON "quote", "quote_revision" TO loadline_app;
GRANT SELECT, INSERT, DELETE ON "quote_line" TO loadline_app;

ALTER TABLE "quote" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "quote" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_organization" ON "quote"
  USING ("org_id" = (SELECT nullif(current_setting('app.org_id', true), '')::uuid));

ALTER TABLE "quote_revision" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "quote_revision" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_organization" ON "quote_revision"
  USING ("org_id" = (SELECT nullif(current_setting('app.org_id', true), '')::uuid));

ALTER TABLE "quote_line" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "quote_line" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_organization" ON "quote_line"
  USING ("org_id" = (SELECT nullif(current_setting('app.org_id', true), '')::uuid));

-- A received revision is what the supplier said: a change is the next revision.
CREATE FUNCTION keep_received_revision() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  IF OLD.received_at IS NOT NULL AND to_jsonb(NEW) - 'created_by_user_id' <> to_jsonb(OLD) - 'created_by_user_id' THEN
    RAISE EXCEPTION 'revision % of a quote is received and stays as it is', OLD.revision;
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER keep_received_revision BEFORE UPDATE ON "quote_revision"
  FOR EACH ROW EXECUTE FUNCTION keep_received_revision();

CREATE FUNCTION keep_received_line() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  of_line record := coalesce(NEW, OLD);
BEGIN
  IF EXISTS (
    SELECT FROM public.quote_revision r
    WHERE r.org_id = of_line.org_id AND r.quote_id = of_line.quote_id AND r.revision = of_line.revision
      AND r.received_at IS NOT NULL
  ) THEN
    RAISE EXCEPTION 'revision % of a quote is received and stays as it is', of_line.revision;
  END IF;
  RETURN of_line;
END
$$;
CREATE TRIGGER keep_received_line BEFORE INSERT OR UPDATE OR DELETE ON "quote_line"
  FOR EACH ROW EXECUTE FUNCTION keep_received_line();
REVOKE ALL ON FUNCTION keep_received_revision(), keep_received_line() FROM PUBLIC;
