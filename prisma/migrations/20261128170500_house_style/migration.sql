-- CreateTable
CREATE TABLE "house_style" (
    "org_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "logo" BYTEA,
    "logo_media_type" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "saved_by_user_id" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "house_style_pkey" PRIMARY KEY ("org_id")
);

-- AddForeignKey
ALTER TABLE "house_style" ADD CONSTRAINT "house_style_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "house_style" ADD CONSTRAINT "house_style_saved_by_user_id_fkey" FOREIGN KEY ("saved_by_user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma's schema has no words for

GRANT SELECT, INSERT, UPDATE, DELETE ON "house_style" TO loadline_app;

ALTER TABLE "house_style" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "house_style" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_organization" ON "house_style"
  USING ("org_id" = (SELECT nullif(current_setting('app.org_id', true), '')::uuid));
