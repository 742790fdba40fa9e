-- CreateTable
CREATE TABLE "proposal_template" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "sections" JSONB NOT NULL,
    "user_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "proposal_template_pkey" PRIMARY KEY ("org_id","id")
);

-- AddForeignKey
ALTER TABLE "proposal_template" ADD CONSTRAINT "proposal_template_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_template" ADD CONSTRAINT "proposal_template_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma's schema has no words for

GRANT SELECT, INSERT, DELETE ON "proposal_template" TO loadline_app;

ALTER TABLE "proposal_template" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "proposal_template" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_organization" ON "proposal_template"
  USING ("org_id" = (SELECT nullif(current_setting('app.org_id', true), '')::uuid));
