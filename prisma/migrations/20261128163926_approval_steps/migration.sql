-- CreateEnum
CREATE TYPE "approval_act" AS ENUM ('asked', 'withdrawn', 'approved', 'rejected', 'commented');

-- CreateTable
CREATE TABLE "approval_step" (
    "org_id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "issue" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "act" "approval_act" NOT NULL,
    "reviewer_id" UUID NOT NULL,
    "reviewer_name" TEXT NOT NULL,
    "by_user_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "due_on" DATE,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "approval_step_pkey" PRIMARY KEY ("org_id","proposal_id","issue","number")
);

-- CreateIndex
CREATE UNIQUE INDEX "proposal_issue_org_id_proposal_id_issue_sha256_key" ON "proposal_issue"("org_id", "proposal_id", "issue", "sha256");

-- AddForeignKey
ALTER TABLE "approval_step" ADD CONSTRAINT "approval_step_org_id_proposal_id_issue_sha256_fkey" FOREIGN KEY ("org_id", "proposal_id", "issue", "sha256") REFERENCES "proposal_issue"("org_id", "proposal_id", "issue", "sha256") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema has no words for

GRANT SELECT, INSERT ON "approval_step" TO loadline_app;

ALTER TABLE "approval_step" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "approval_step" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_organization" ON "approval_step"
  USING ("org_id" = (SELECT nullif(current_setting('app.org_id', true), '')::uuid));

-- Nobody answers for another, and who rejects or comments says why.
ALTER TABLE "approval_step" ADD CONSTRAINT "approval_step_own_answer"
  CHECK ("act" IN ('asked', 'withdrawn') OR "by_user_id" = "reviewer_id");
ALTER TABLE "approval_step" ADD CONSTRAINT "approval_step_reason"
  CHECK ("act" NOT IN ('rejected', 'commented') OR btrim("note") <> '');

CREATE FUNCTION keep_approval_step() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  RAISE EXCEPTION 'step % of an approval stays as it is', OLD.number;
END
$$;
CREATE TRIGGER keep_approval_step BEFORE UPDATE ON "approval_step"
  FOR EACH ROW EXECUTE FUNCTION keep_approval_step();
