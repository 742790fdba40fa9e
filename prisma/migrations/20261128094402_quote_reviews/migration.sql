-- CreateTable
CREATE TABLE "quote_review" (
    "org_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "criteria" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "quote_review_pkey" PRIMARY KEY ("org_id","plan_id")
);

-- CreateTable
CREATE TABLE "quote_evaluator" (
    "org_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "sees_prices" BOOLEAN NOT NULL,

    CONSTRAINT "quote_evaluator_pkey" PRIMARY KEY ("org_id","plan_id","user_id")
);

-- CreateTable
CREATE TABLE "quote_score" (
    "org_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "quote_id" UUID NOT NULL,
    "criterion_id" TEXT NOT NULL,
    "score" DECIMAL(3,1) NOT NULL,
    "reason" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "quote_score_pkey" PRIMARY KEY ("org_id","plan_id","user_id","quote_id","criterion_id")
);

-- CreateTable
CREATE TABLE "quote_award" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "awarded_by_user_id" UUID,
    "awarded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_by_user_id" UUID,
    "undone_at" TIMESTAMPTZ(3),
    "undone_reason" TEXT,

    CONSTRAINT "quote_award_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "awarded_quote" (
    "org_id" UUID NOT NULL,
    "award_id" UUID NOT NULL,
    "quote_id" UUID NOT NULL,
    "servers" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "status_before" "quote_status" NOT NULL,

    CONSTRAINT "awarded_quote_pkey" PRIMARY KEY ("org_id","award_id","quote_id")
);

-- CreateTable
CREATE TABLE "award_memo" (
    "org_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "user_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "award_memo_pkey" PRIMARY KEY ("org_id","plan_id","version")
);

-- CreateIndex
CREATE INDEX "quote_evaluator_org_id_user_id_idx" ON "quote_evaluator"("org_id", "user_id");

-- CreateIndex
CREATE INDEX "quote_score_org_id_quote_id_idx" ON "quote_score"("org_id", "quote_id");

-- CreateIndex
CREATE INDEX "quote_award_org_id_plan_id_idx" ON "quote_award"("org_id", "plan_id");

-- CreateIndex
CREATE INDEX "awarded_quote_org_id_quote_id_idx" ON "awarded_quote"("org_id", "quote_id");

-- AddForeignKey
ALTER TABLE "quote_review" ADD CONSTRAINT "quote_review_org_id_plan_id_fkey" FOREIGN KEY ("org_id", "plan_id") REFERENCES "plan"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote_evaluator" ADD CONSTRAINT "quote_evaluator_org_id_plan_id_fkey" FOREIGN KEY ("org_id", "plan_id") REFERENCES "quote_review"("org_id", "plan_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote_evaluator" ADD CONSTRAINT "quote_evaluator_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote_score" ADD CONSTRAINT "quote_score_org_id_plan_id_user_id_fkey" FOREIGN KEY ("org_id", "plan_id", "user_id") REFERENCES "quote_evaluator"("org_id", "plan_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote_score" ADD CONSTRAINT "quote_score_org_id_quote_id_fkey" FOREIGN KEY ("org_id", "quote_id") REFERENCES "quote"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote_award" ADD CONSTRAINT "quote_award_org_id_plan_id_fkey" FOREIGN KEY ("org_id", "plan_id") REFERENCES "plan"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote_award" ADD CONSTRAINT "quote_award_awarded_by_user_id_fkey" FOREIGN KEY ("awarded_by_user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote_award" ADD CONSTRAINT "quote_award_undone_by_user_id_fkey" FOREIGN KEY ("undone_by_user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "awarded_quote" ADD CONSTRAINT "awarded_quote_org_id_award_id_fkey" FOREIGN KEY ("org_id", "award_id") REFERENCES "quote_award"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "awarded_quote" ADD CONSTRAINT "awarded_quote_org_id_quote_id_fkey" FOREIGN KEY ("org_id", "quote_id") REFERENCES "quote"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_memo" ADD CONSTRAINT "award_memo_org_id_plan_id_fkey" FOREIGN KEY ("org_id", "plan_id") REFERENCES "plan"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_memo" ADD CONSTRAINT "award_memo_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma's schema has no words for

GRANT SELECT, INSERT, UPDATE ON "quote_review", "quote_award" TO loadline_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "quote_evaluator", "quote_score" TO loadline_app;
GRANT SELECT, INSERT ON "awarded_quote", "award_memo" TO loadline_app;

-- Two people who award at once make one award.
CREATE UNIQUE INDEX "quote_award_one_for_a_plan" ON "quote_award" ("org_id", "plan_id") WHERE "undone_at" IS NULL;
ALTER TABLE "quote_score" ADD CONSTRAINT "quote_score_range" CHECK ("score" BETWEEN 0 AND 10);
ALTER TABLE "awarded_quote" ADD CONSTRAINT "awarded_quote_servers" CHECK ("servers" >= 0);

ALTER TABLE "quote_review" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "quote_review" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_organization" ON "quote_review"
  USING ("org_id" = (SELECT nullif(current_setting('app.org_id', true), '')::uuid));

ALTER TABLE "quote_evaluator" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "quote_evaluator" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_organization" ON "quote_evaluator"
  USING ("org_id" = (SELECT nullif(current_setting('app.org_id', true), '')::uuid));

ALTER TABLE "quote_score" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "quote_score" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_organization" ON "quote_score"
  USING ("org_id" = (SELECT nullif(current_setting('app.org_id', true), '')::uuid));

ALTER TABLE "quote_award" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "quote_award" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_organization" ON "quote_award"
  USING ("org_id" = (SELECT nullif(current_setting('app.org_id', true), '')::uuid));

ALTER TABLE "awarded_quote" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "awarded_quote" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_organization" ON "awarded_quote"
  USING ("org_id" = (SELECT nullif(current_setting('app.org_id', true), '')::uuid));

ALTER TABLE "award_memo" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "award_memo" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_organization" ON "award_memo"
  USING ("org_id" = (SELECT nullif(current_setting('app.org_id', true), '')::uuid));
