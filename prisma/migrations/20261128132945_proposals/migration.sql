-- CreateTable
CREATE TABLE "proposal" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_user_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "proposal_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "proposal_issue" (
    "org_id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "issue" INTEGER NOT NULL,
    "snapshot" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "plan_version" INTEGER NOT NULL,
    "engine_version" TEXT NOT NULL,
    "catalog_version" TEXT NOT NULL,
    "issued_by_user_id" UUID,
    "issued_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "proposal_issue_pkey" PRIMARY KEY ("org_id","proposal_id","issue")
);

-- CreateIndex
CREATE INDEX "proposal_org_id_updated_at_idx" ON "proposal"("org_id", "updated_at" DESC);

-- CreateIndex
CREATE INDEX "proposal_org_id_plan_id_idx" ON "proposal"("org_id", "plan_id");

-- CreateIndex
CREATE UNIQUE INDEX "proposal_org_id_number_key" ON "proposal"("org_id", "number");

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_created_by_user_id_fkey" FOREIGN KEY ("created_by_user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_issue" ADD CONSTRAINT "proposal_issue_org_id_proposal_id_fkey" FOREIGN KEY ("org_id", "proposal_id") REFERENCES "proposal"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_issue" ADD CONSTRAINT "proposal_issue_issued_by_user_id_fkey" FOREIGN KEY ("issued_by_user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma's schema has no words for

GRANT SELECT, INSERT, DELETE, UPDATE ("content", "version", "updated_at") ON "proposal" TO loadline_app;
GRANT SELECT, INSERT ON "proposal_issue" TO loadline_app;

ALTER TABLE "proposal" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "proposal" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_organization" ON "proposal"
  USING ("org_id" = (SELECT nullif(current_setting('app.org_id', true), '')::uuid));

ALTER TABLE "proposal_issue" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "proposal_issue" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_organization" ON "proposal_issue"
  USING ("org_id" = (SELECT nullif(current_setting('app.org_id', true), '')::uuid));

-- An issue is what somebody decided on: it stays as it was, but for who left the organization since.
CREATE FUNCTION keep_proposal_issue() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  IF to_jsonb(NEW) - 'issued_by_user_id' <> to_jsonb(OLD) - 'issued_by_user_id' THEN
    RAISE EXCEPTION 'issue % of a proposal stays as it is', OLD.issue;
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER keep_proposal_issue BEFORE UPDATE ON "proposal_issue"
  FOR EACH ROW EXECUTE FUNCTION keep_proposal_issue();
