-- CreateTable
CREATE TABLE "catalog_entry" (
    "org_id" UUID NOT NULL,
    "record_id" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "source_key" TEXT NOT NULL DEFAULT '',
    "kind" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "provider" TEXT,
    "identity" TEXT,
    "search" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "observed_on" DATE NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "removed_at" TIMESTAMPTZ(3),
    "created_by_user_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "catalog_entry_pkey" PRIMARY KEY ("org_id","record_id")
);

-- CreateTable
CREATE TABLE "catalog_observation" (
    "org_id" UUID NOT NULL,
    "record_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "observed_on" DATE NOT NULL,
    "created_by_user_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "catalog_observation_pkey" PRIMARY KEY ("org_id","record_id","version")
);

-- CreateIndex
CREATE INDEX "catalog_entry_org_id_origin_kind_label_idx" ON "catalog_entry"("org_id", "origin", "kind", "label");

-- CreateIndex
CREATE INDEX "catalog_entry_org_id_identity_idx" ON "catalog_entry"("org_id", "identity");

-- AddForeignKey
ALTER TABLE "catalog_entry" ADD CONSTRAINT "catalog_entry_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalog_entry" ADD CONSTRAINT "catalog_entry_created_by_user_id_fkey" FOREIGN KEY ("created_by_user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalog_observation" ADD CONSTRAINT "catalog_observation_org_id_record_id_fkey" FOREIGN KEY ("org_id", "record_id") REFERENCES "catalog_entry"("org_id", "record_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalog_observation" ADD CONSTRAINT "catalog_observation_created_by_user_id_fkey" FOREIGN KEY ("created_by_user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma's schema has no words for

GRANT SELECT, INSERT, UPDATE ON "catalog_entry" TO loadline_app;
GRANT SELECT, INSERT ON "catalog_observation" TO loadline_app;

ALTER TABLE "catalog_entry" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "catalog_entry" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_organization" ON "catalog_entry"
  USING ("org_id" = (SELECT nullif(current_setting('app.org_id', true), '')::uuid));

ALTER TABLE "catalog_observation" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "catalog_observation" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_organization" ON "catalog_observation"
  USING ("org_id" = (SELECT nullif(current_setting('app.org_id', true), '')::uuid));
