-- CreateEnum
CREATE TYPE "job_state" AS ENUM ('queued', 'running', 'succeeded', 'failed', 'cancelled');

-- CreateTable
CREATE TABLE "job" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "state" "job_state" NOT NULL DEFAULT 'queued',
    "progress_fraction" DOUBLE PRECISION,
    "progress_step" TEXT,
    "input" JSONB NOT NULL DEFAULT '{}',
    "summary" JSONB,
    "error" TEXT,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "created_by_user_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "job_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "bytes" BYTEA NOT NULL,
    "purpose" TEXT NOT NULL,
    "job_id" UUID,
    "created_by_user_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateIndex
CREATE INDEX "job_org_id_created_at_idx" ON "job"("org_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "job_expires_at_idx" ON "job"("expires_at");

-- CreateIndex
CREATE INDEX "stored_file_expires_at_idx" ON "stored_file"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "stored_file_org_id_job_id_purpose_key" ON "stored_file"("org_id", "job_id", "purpose");

-- AddForeignKey
ALTER TABLE "job" ADD CONSTRAINT "job_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job" ADD CONSTRAINT "job_created_by_user_id_fkey" FOREIGN KEY ("created_by_user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_org_id_job_id_fkey" FOREIGN KEY ("org_id", "job_id") REFERENCES "job"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_created_by_user_id_fkey" FOREIGN KEY ("created_by_user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma's schema has no words for

ALTER TABLE "job" ADD CONSTRAINT "job_progress_is_a_fraction" CHECK ("progress_fraction" BETWEEN 0 AND 1);
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_size_is_right" CHECK ("size_bytes" = octet_length("bytes") AND "size_bytes" <= 33554432);
-- Most files are compressed already.
ALTER TABLE "stored_file" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;

GRANT SELECT, INSERT, UPDATE ("state", "progress_fraction", "progress_step", "summary", "error", "attempt", "started_at", "finished_at", "expires_at"), DELETE ON "job" TO loadline_app;
-- A file is never changed: another one is another row.
GRANT SELECT, INSERT, DELETE ON "stored_file" TO loadline_app;

ALTER TABLE "job" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "job" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_organization" ON "job"
  USING ("org_id" = (SELECT nullif(current_setting('app.org_id', true), '')::uuid));

ALTER TABLE "stored_file" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "stored_file" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_organization" ON "stored_file"
  USING ("org_id" = (SELECT nullif(current_setting('app.org_id', true), '')::uuid));

-- Retention goes through all organizations; what it deletes, it deletes inside each of them.
CREATE POLICY "owner_reads" ON "job" FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY "owner_reads" ON "stored_file" FOR SELECT TO CURRENT_USER USING (true);

CREATE FUNCTION organizations_with_expired() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT org_id FROM public.stored_file WHERE expires_at <= now()
  UNION
  SELECT org_id FROM public.job WHERE expires_at <= now()
$$;

REVOKE ALL ON FUNCTION organizations_with_expired() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION organizations_with_expired() TO loadline_app;
