-- CreateEnum
CREATE TYPE "key_scope" AS ENUM ('read', 'write');

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "user_agent" TEXT;

-- AlterTable
ALTER TABLE "organization" ADD COLUMN     "defaults" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "audit_event" ADD COLUMN     "api_key_id" UUID;

-- CreateTable
CREATE TABLE "password_reset" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "password_reset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "email" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "invited_by_user_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "api_key" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "scope" "key_scope" NOT NULL,
    "created_by_user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "idempotency_record" (
    "org_id" UUID NOT NULL,
    "api_key_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "status" INTEGER,
    "body" JSONB,
    "headers" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_record_pkey" PRIMARY KEY ("org_id","api_key_id","key")
);

-- CreateTable
CREATE TABLE "plan_change" (
    "org_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "plan_version" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "row_version" INTEGER NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "body" JSONB,
    "user_id" UUID,
    "api_key_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "plan_change_pkey" PRIMARY KEY ("org_id","plan_id","plan_version","subject","subject_id")
);

-- CreateTable
CREATE TABLE "plan_template" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "body" JSONB NOT NULL,
    "user_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "plan_template_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "saved_view" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "table_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "state" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "password_reset_token_hash_key" ON "password_reset"("token_hash");

-- CreateIndex
CREATE INDEX "password_reset_user_id_idx" ON "password_reset"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_org_id_email_idx" ON "invitation"("org_id", "email");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_token_hash_key" ON "api_key"("token_hash");

-- CreateIndex
CREATE INDEX "idempotency_record_created_at_idx" ON "idempotency_record"("created_at");

-- CreateIndex
CREATE INDEX "plan_change_org_id_plan_id_subject_subject_id_plan_version_idx" ON "plan_change"("org_id", "plan_id", "subject", "subject_id", "plan_version" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_org_id_user_id_table_id_name_key" ON "saved_view"("org_id", "user_id", "table_id", "name");

-- AddForeignKey
ALTER TABLE "password_reset" ADD CONSTRAINT "password_reset_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by_user_id_fkey" FOREIGN KEY ("invited_by_user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_created_by_user_id_fkey" FOREIGN KEY ("created_by_user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idempotency_record" ADD CONSTRAINT "idempotency_record_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idempotency_record" ADD CONSTRAINT "idempotency_record_org_id_api_key_id_fkey" FOREIGN KEY ("org_id", "api_key_id") REFERENCES "api_key"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_change" ADD CONSTRAINT "plan_change_org_id_plan_id_fkey" FOREIGN KEY ("org_id", "plan_id") REFERENCES "plan"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_change" ADD CONSTRAINT "plan_change_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_change" ADD CONSTRAINT "plan_change_org_id_api_key_id_fkey" FOREIGN KEY ("org_id", "api_key_id") REFERENCES "api_key"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_template" ADD CONSTRAINT "plan_template_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_template" ADD CONSTRAINT "plan_template_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_org_id_api_key_id_fkey" FOREIGN KEY ("org_id", "api_key_id") REFERENCES "api_key"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema has no words for

ALTER TABLE "invitation" ADD CONSTRAINT "invitation_email_is_lower_case" CHECK ("email" = lower("email"));
ALTER TABLE "plan_change" ADD CONSTRAINT "plan_change_subject_is_known" CHECK ("subject" IN ('settings', 'workload', 'option', 'scenario'));

GRANT SELECT, INSERT, UPDATE ("used_at"), DELETE ON "password_reset" TO loadline_app;
GRANT UPDATE ("name", "defaults", "version", "updated_at") ON "organization" TO loadline_app;
GRANT UPDATE ("role"), DELETE ON "membership" TO loadline_app;
GRANT SELECT, INSERT, UPDATE ("revoked_at") ON "invitation" TO loadline_app;
GRANT SELECT, INSERT, UPDATE ("name", "last_used_at", "revoked_at") ON "api_key" TO loadline_app;
GRANT SELECT, INSERT, UPDATE ("status", "body", "headers"), DELETE ON "idempotency_record" TO loadline_app;
GRANT SELECT, INSERT ON "plan_change" TO loadline_app;
GRANT SELECT, INSERT, UPDATE ("name", "description", "deleted_at") ON "plan_template" TO loadline_app;
GRANT SELECT, INSERT, UPDATE ("name", "state", "updated_at"), DELETE ON "saved_view" TO loadline_app;

ALTER TABLE "invitation" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "invitation" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_organization" ON "invitation"
  USING ("org_id" = (SELECT nullif(current_setting('app.org_id', true), '')::uuid));

ALTER TABLE "api_key" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "api_key" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_organization" ON "api_key"
  USING ("org_id" = (SELECT nullif(current_setting('app.org_id', true), '')::uuid));

ALTER TABLE "idempotency_record" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "idempotency_record" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_organization" ON "idempotency_record"
  USING ("org_id" = (SELECT nullif(current_setting('app.org_id', true), '')::uuid));

ALTER TABLE "plan_change" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "plan_change" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_organization" ON "plan_change"
  USING ("org_id" = (SELECT nullif(current_setting('app.org_id', true), '')::uuid));

ALTER TABLE "plan_template" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "plan_template" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_organization" ON "plan_template"
  USING ("org_id" = (SELECT nullif(current_setting('app.org_id', true), '')::uuid));

ALTER TABLE "saved_view" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "saved_view" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_organization" ON "saved_view"
  USING ("org_id" = (SELECT nullif(current_setting('app.org_id', true), '')::uuid));

-- What must be read before an organization is known goes through the functions below, which run as the owner.
CREATE POLICY "owner_reads" ON "invitation" FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY "owner_reads" ON "api_key" FOR SELECT TO CURRENT_USER USING (true);

-- The invitation behind a token, used up or not: the page says what became of it.
CREATE FUNCTION find_invitation(for_token_hash text)
RETURNS TABLE (org_id uuid, org_name text, id uuid, email text, role "role", expires_at timestamptz, accepted_at timestamptz, revoked_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT i.org_id, o.name, i.id, i.email, i.role, i.expires_at, i.accepted_at, i.revoked_at
  FROM public.invitation i
  JOIN public.organization o ON o.id = i.org_id
  WHERE i.token_hash = for_token_hash
$$;

-- Makes the user a member and uses the invitation up, once and for its own address alone; null where it does not hold.
CREATE FUNCTION accept_invitation(for_token_hash text, for_user_id uuid)
RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  caller_org_id text := coalesce(current_setting('app.org_id', true), '');
  found record;
  taken uuid;
BEGIN
  SELECT i.org_id, i.id, i.role INTO found
  FROM public.invitation i
  JOIN public."user" u ON u.id = for_user_id AND u.email = i.email
  WHERE i.token_hash = for_token_hash;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  PERFORM set_config('app.org_id', found.org_id::text, true);
  UPDATE public.invitation i SET accepted_at = now()
  WHERE i.org_id = found.org_id AND i.id = found.id
    AND i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > now()
  RETURNING i.org_id INTO taken;
  IF taken IS NOT NULL THEN
    INSERT INTO public.membership (org_id, user_id, role) VALUES (found.org_id, for_user_id, found.role)
    ON CONFLICT DO NOTHING;
    INSERT INTO public.audit_event (org_id, user_id, action, subject, subject_id)
    VALUES (found.org_id, for_user_id, 'accept', 'invitation', found.id::text);
  END IF;
  PERFORM set_config('app.org_id', caller_org_id, true);
  RETURN taken;
END
$$;

-- The key behind a token, with what the member who made it may do now; no row where that member is gone.
CREATE FUNCTION find_api_key(for_token_hash text)
RETURNS TABLE (org_id uuid, id uuid, name text, scope "key_scope", user_id uuid, role "role", expires_at timestamptz, last_used_at timestamptz, revoked_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT k.org_id, k.id, k.name, k.scope, k.created_by_user_id, m.role, k.expires_at, k.last_used_at, k.revoked_at
  FROM public.api_key k
  JOIN public.membership m ON m.org_id = k.org_id AND m.user_id = k.created_by_user_id
  WHERE k.token_hash = for_token_hash
$$;

REVOKE ALL ON FUNCTION find_invitation(text), accept_invitation(text, uuid), find_api_key(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_invitation(text), accept_invitation(text, uuid), find_api_key(text) TO loadline_app;
