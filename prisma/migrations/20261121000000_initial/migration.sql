-- CreateEnum
CREATE TYPE "role" AS ENUM ('owner', 'admin', 'editor', 'viewer');

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "email" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "org_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "window_start_at" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key","window_start_at")
);

-- CreateTable
CREATE TABLE "organization" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "is_sample" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "org_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("org_id","user_id")
);

-- CreateTable
CREATE TABLE "plan" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "settings" JSONB NOT NULL,
    "settings_version" INTEGER NOT NULL DEFAULT 1,
    "archived_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "plan_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "workload" (
    "org_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "body" JSONB NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "workload_pkey" PRIMARY KEY ("org_id","plan_id","id")
);

-- CreateTable
CREATE TABLE "supply_option" (
    "org_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "body" JSONB NOT NULL,
    "quote_id" UUID,
    "deleted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "supply_option_pkey" PRIMARY KEY ("org_id","plan_id","id")
);

-- CreateTable
CREATE TABLE "scenario" (
    "org_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "body" JSONB NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "scenario_pkey" PRIMARY KEY ("org_id","plan_id","id")
);

-- CreateTable
CREATE TABLE "supplier" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "supplier_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "quote" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "supplier_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "quoted_on" DATE NOT NULL,
    "valid_until" DATE NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "server_price" DECIMAL(18,4),
    "network_price" DECIMAL(18,4),
    "installation_price" DECIMAL(18,4),
    "provenance" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "quote_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "user_id" UUID,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "plan_id" UUID,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");

-- CreateIndex
CREATE INDEX "rate_limit_window_start_at_idx" ON "rate_limit"("window_start_at");

-- CreateIndex
CREATE INDEX "membership_user_id_idx" ON "membership"("user_id");

-- CreateIndex
CREATE INDEX "plan_org_id_updated_at_idx" ON "plan"("org_id", "updated_at" DESC);

-- CreateIndex
CREATE INDEX "supply_option_org_id_quote_id_idx" ON "supply_option"("org_id", "quote_id");

-- CreateIndex
CREATE UNIQUE INDEX "supplier_org_id_name_key" ON "supplier"("org_id", "name");

-- CreateIndex
CREATE INDEX "quote_org_id_supplier_id_idx" ON "quote"("org_id", "supplier_id");

-- CreateIndex
CREATE INDEX "audit_event_org_id_at_idx" ON "audit_event"("org_id", "at" DESC);

-- CreateIndex
CREATE INDEX "audit_event_org_id_plan_id_at_idx" ON "audit_event"("org_id", "plan_id", "at" DESC);

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workload" ADD CONSTRAINT "workload_org_id_plan_id_fkey" FOREIGN KEY ("org_id", "plan_id") REFERENCES "plan"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supply_option" ADD CONSTRAINT "supply_option_org_id_plan_id_fkey" FOREIGN KEY ("org_id", "plan_id") REFERENCES "plan"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supply_option" ADD CONSTRAINT "supply_option_org_id_quote_id_fkey" FOREIGN KEY ("org_id", "quote_id") REFERENCES "quote"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scenario" ADD CONSTRAINT "scenario_org_id_plan_id_fkey" FOREIGN KEY ("org_id", "plan_id") REFERENCES "plan"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supplier" ADD CONSTRAINT "supplier_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote" ADD CONSTRAINT "quote_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote" ADD CONSTRAINT "quote_org_id_supplier_id_fkey" FOREIGN KEY ("org_id", "supplier_id") REFERENCES "supplier"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_org_id_plan_id_fkey" FOREIGN KEY ("org_id", "plan_id") REFERENCES "plan"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema has no words for

ALTER TABLE "user" ADD CONSTRAINT "user_email_is_lower_case" CHECK ("email" = lower("email"));
ALTER TABLE "quote" ADD CONSTRAINT "quote_prices_not_negative" CHECK ("server_price" >= 0 AND "network_price" >= 0 AND "installation_price" >= 0);

-- The role the application signs in as: it owns nothing and row-level security binds it.
DO $$
BEGIN
  CREATE ROLE loadline_app NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
EXCEPTION WHEN duplicate_object THEN
  NULL;
END
$$;

GRANT USAGE ON SCHEMA public TO loadline_app;
GRANT SELECT, INSERT, UPDATE ("name", "password_hash", "updated_at") ON "user" TO loadline_app;
GRANT SELECT, INSERT, UPDATE ("org_id", "expires_at", "last_seen_at", "ended_at"), DELETE ON "session" TO loadline_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "rate_limit" TO loadline_app;
GRANT SELECT ON "organization", "membership" TO loadline_app;
GRANT SELECT, INSERT, UPDATE ON "plan", "workload", "supply_option", "scenario", "supplier", "quote" TO loadline_app;
GRANT SELECT, INSERT ON "audit_event" TO loadline_app;

-- A transaction sees one organization, the one named in app.org_id, and nothing while none is named.
ALTER TABLE "organization" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "organization" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_organization" ON "organization"
  USING ("id" = (SELECT nullif(current_setting('app.org_id', true), '')::uuid));

ALTER TABLE "plan" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "plan" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_organization" ON "plan"
  USING ("org_id" = (SELECT nullif(current_setting('app.org_id', true), '')::uuid));

ALTER TABLE "workload" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "workload" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_organization" ON "workload"
  USING ("org_id" = (SELECT nullif(current_setting('app.org_id', true), '')::uuid));

ALTER TABLE "supply_option" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "supply_option" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_organization" ON "supply_option"
  USING ("org_id" = (SELECT nullif(current_setting('app.org_id', true), '')::uuid));

ALTER TABLE "scenario" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "scenario" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_organization" ON "scenario"
  USING ("org_id" = (SELECT nullif(current_setting('app.org_id', true), '')::uuid));

ALTER TABLE "supplier" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "supplier" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_organization" ON "supplier"
  USING ("org_id" = (SELECT nullif(current_setting('app.org_id', true), '')::uuid));

ALTER TABLE "quote" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "quote" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_organization" ON "quote"
  USING ("org_id" = (SELECT nullif(current_setting('app.org_id', true), '')::uuid));

ALTER TABLE "audit_event" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "audit_event" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_organization" ON "audit_event"
  USING ("org_id" = (SELECT nullif(current_setting('app.org_id', true), '')::uuid));

ALTER TABLE "membership" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "membership" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_organization" ON "membership"
  USING ("org_id" = (SELECT nullif(current_setting('app.org_id', true), '')::uuid));

-- What must be read before an organization is known goes through the functions below, which run as the owner.
CREATE POLICY "owner_reads" ON "organization" FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY "owner_reads" ON "membership" FOR SELECT TO CURRENT_USER USING (true);

CREATE FUNCTION auth_memberships(for_user_id uuid)
RETURNS TABLE (org_id uuid, org_name text, role "role", is_sample boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT o.id, o.name, m.role, o.is_sample
  FROM public.membership m
  JOIN public.organization o ON o.id = m.org_id
  WHERE m.user_id = for_user_id
  ORDER BY m.created_at, o.id
$$;

-- The sample organization and the user that its visitors share; no row when there is none.
CREATE FUNCTION sample_organization()
RETURNS TABLE (org_id uuid, user_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT o.id, m.user_id
  FROM public.organization o
  JOIN public.membership m ON m.org_id = o.id
  WHERE o.is_sample
  ORDER BY o.created_at, m.created_at
  LIMIT 1
$$;

-- A new organization and its first owner, together.
CREATE FUNCTION create_organization(owner_user_id uuid, new_org_id uuid, new_name text)
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  caller_org_id text := coalesce(current_setting('app.org_id', true), '');
BEGIN
  PERFORM set_config('app.org_id', new_org_id::text, true);
  INSERT INTO public.organization (id, name) VALUES (new_org_id, new_name);
  INSERT INTO public.membership (org_id, user_id, role) VALUES (new_org_id, owner_user_id, 'owner');
  PERFORM set_config('app.org_id', caller_org_id, true);
END
$$;

REVOKE ALL ON FUNCTION auth_memberships(uuid), sample_organization(), create_organization(uuid, uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION auth_memberships(uuid), sample_organization(), create_organization(uuid, uuid, text) TO loadline_app;
