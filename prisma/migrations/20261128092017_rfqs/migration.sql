-- CreateEnum
CREATE TYPE "rfq_status" AS ENUM ('draft', 'sent', 'closed', 'cancelled');

-- CreateTable
CREATE TABLE "rfq" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "plan_id" UUID,
    "option_id" TEXT,
    "status" "rfq_status" NOT NULL DEFAULT 'draft',
    "is_sealed" BOOLEAN NOT NULL DEFAULT false,
    "deadline_at" TIMESTAMPTZ(3),
    "sent_revision" INTEGER,
    "opened_at" TIMESTAMPTZ(3),
    "opened_reason" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rfq_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "rfq_revision" (
    "org_id" UUID NOT NULL,
    "rfq_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "deadline_local" TEXT,
    "deadline_zone" TEXT NOT NULL,
    "delivery_place" TEXT NOT NULL,
    "incoterm" TEXT,
    "payment_terms" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "notes" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rfq_revision_pkey" PRIMARY KEY ("org_id","rfq_id","revision")
);

-- CreateTable
CREATE TABLE "rfq_item" (
    "org_id" UUID NOT NULL,
    "rfq_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "item_id" UUID NOT NULL,
    "category" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "quantity" DECIMAL(12,4),
    "unit" TEXT NOT NULL,
    "recurrence" TEXT NOT NULL,
    "months" INTEGER,
    "needed_month" CHAR(7),
    "note" TEXT NOT NULL,

    CONSTRAINT "rfq_item_pkey" PRIMARY KEY ("org_id","rfq_id","revision","position")
);

-- CreateTable
CREATE TABLE "rfq_supplier" (
    "org_id" UUID NOT NULL,
    "rfq_id" UUID NOT NULL,
    "supplier_id" UUID NOT NULL,
    "declined_at" TIMESTAMPTZ(3),
    "declined_reason" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rfq_supplier_pkey" PRIMARY KEY ("org_id","rfq_id","supplier_id")
);

-- CreateTable
CREATE TABLE "rfq_question" (
    "org_id" UUID NOT NULL,
    "rfq_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "supplier_id" UUID,
    "question" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rfq_question_pkey" PRIMARY KEY ("org_id","rfq_id","id")
);

-- CreateTable
CREATE TABLE "rfq_answer" (
    "org_id" UUID NOT NULL,
    "rfq_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "supplier_id" UUID NOT NULL,
    "rfq_revision" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "content" JSONB,
    "quote_id" UUID,
    "quote_revision" INTEGER,

    CONSTRAINT "rfq_answer_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateIndex
CREATE INDEX "rfq_org_id_updated_at_idx" ON "rfq"("org_id", "updated_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "rfq_item_org_id_rfq_id_revision_item_id_key" ON "rfq_item"("org_id", "rfq_id", "revision", "item_id");

-- CreateIndex
CREATE INDEX "rfq_supplier_org_id_supplier_id_idx" ON "rfq_supplier"("org_id", "supplier_id");

-- CreateIndex
CREATE INDEX "rfq_answer_org_id_rfq_id_supplier_id_idx" ON "rfq_answer"("org_id", "rfq_id", "supplier_id");

-- CreateIndex
CREATE INDEX "rfq_answer_org_id_quote_id_idx" ON "rfq_answer"("org_id", "quote_id");

-- AddForeignKey
ALTER TABLE "rfq" ADD CONSTRAINT "rfq_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rfq_revision" ADD CONSTRAINT "rfq_revision_org_id_rfq_id_fkey" FOREIGN KEY ("org_id", "rfq_id") REFERENCES "rfq"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rfq_item" ADD CONSTRAINT "rfq_item_org_id_rfq_id_revision_fkey" FOREIGN KEY ("org_id", "rfq_id", "revision") REFERENCES "rfq_revision"("org_id", "rfq_id", "revision") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rfq_supplier" ADD CONSTRAINT "rfq_supplier_org_id_rfq_id_fkey" FOREIGN KEY ("org_id", "rfq_id") REFERENCES "rfq"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rfq_supplier" ADD CONSTRAINT "rfq_supplier_org_id_supplier_id_fkey" FOREIGN KEY ("org_id", "supplier_id") REFERENCES "supplier"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rfq_question" ADD CONSTRAINT "rfq_question_org_id_rfq_id_fkey" FOREIGN KEY ("org_id", "rfq_id") REFERENCES "rfq"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rfq_answer" ADD CONSTRAINT "rfq_answer_org_id_rfq_id_supplier_id_fkey" FOREIGN KEY ("org_id", "rfq_id", "supplier_id") REFERENCES "rfq_supplier"("org_id", "rfq_id", "supplier_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rfq_answer" ADD CONSTRAINT "rfq_answer_org_id_quote_id_fkey" FOREIGN KEY ("org_id", "quote_id") REFERENCES "quote"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema has no words for

GRANT SELECT, INSERT, UPDATE ON "rfq", "rfq_revision" TO loadline_app;
GRANT SELECT, INSERT, DELETE ON "rfq_item" TO loadline_app;
GRANT SELECT, INSERT, UPDATE ("declined_at", "declined_reason"), DELETE ON "rfq_supplier" TO loadline_app;
GRANT SELECT, INSERT, UPDATE ("question", "answer", "answered_at") ON "rfq_question" TO loadline_app;
-- A sealed answer is written and not read: what it says comes out of open_answers alone.
GRANT INSERT, UPDATE ("content", "quote_id", "quote_revision"),
  SELECT ("org_id", "rfq_id", "id", "supplier_id", "rfq_revision", "number", "sha256", "received_at", "quote_id", "quote_revision")
  ON "rfq_answer" TO loadline_app;

ALTER TABLE "rfq" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "rfq" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_organization" ON "rfq"
  USING ("org_id" = (SELECT nullif(current_setting('app.org_id', true), '')::uuid));

ALTER TABLE "rfq_revision" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "rfq_revision" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_organization" ON "rfq_revision"
  USING ("org_id" = (SELECT nullif(current_setting('app.org_id', true), '')::uuid));

ALTER TABLE "rfq_item" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "rfq_item" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_organization" ON "rfq_item"
  USING ("org_id" = (SELECT nullif(current_setting('app.org_id', true), '')::uuid));

ALTER TABLE "rfq_supplier" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "rfq_supplier" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_organization" ON "rfq_supplier"
  USING ("org_id" = (SELECT nullif(current_setting('app.org_id', true), '')::uuid));

ALTER TABLE "rfq_question" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "rfq_question" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_organization" ON "rfq_question"
  USING ("org_id" = (SELECT nullif(current_setting('app.org_id', true), '')::uuid));

ALTER TABLE "rfq_answer" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "rfq_answer" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_organization" ON "rfq_answer"
  USING ("org_id" = (SELECT nullif(current_setting('app.org_id', true), '')::uuid));

-- A sent revision is what suppliers have in their hands: a change is the next revision.
CREATE FUNCTION keep_sent_rfq() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  IF OLD.sent_at IS NOT NULL AND to_jsonb(NEW) <> to_jsonb(OLD) THEN
    RAISE EXCEPTION 'revision % of an RFQ is sent and stays as it is', OLD.revision;
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER keep_sent_rfq BEFORE UPDATE ON "rfq_revision"
  FOR EACH ROW EXECUTE FUNCTION keep_sent_rfq();

CREATE FUNCTION keep_sent_rfq_item() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  of_item record := coalesce(NEW, OLD);
BEGIN
  IF EXISTS (
    SELECT FROM public.rfq_revision r
    WHERE r.org_id = of_item.org_id AND r.rfq_id = of_item.rfq_id AND r.revision = of_item.revision
      AND r.sent_at IS NOT NULL
  ) THEN
    RAISE EXCEPTION 'revision % of an RFQ is sent and stays as it is', of_item.revision;
  END IF;
  RETURN of_item;
END
$$;
CREATE TRIGGER keep_sent_rfq_item BEFORE INSERT OR UPDATE OR DELETE ON "rfq_item"
  FOR EACH ROW EXECUTE FUNCTION keep_sent_rfq_item();
REVOKE ALL ON FUNCTION keep_sent_rfq(), keep_sent_rfq_item() FROM PUBLIC;

-- What sealed answers say, of the caller's organization, and only once their RFQ is opened.
CREATE FUNCTION open_answers(of_rfq_id uuid)
RETURNS TABLE (id uuid, content jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT a.id, a.content
  FROM public.rfq_answer a
  JOIN public.rfq r ON r.org_id = a.org_id AND r.id = a.rfq_id
  WHERE a.org_id = nullif(current_setting('app.org_id', true), '')::uuid
    AND a.rfq_id = of_rfq_id AND r.opened_at IS NOT NULL AND a.content IS NOT NULL
$$;
REVOKE ALL ON FUNCTION open_answers(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION open_answers(uuid) TO loadline_app;
