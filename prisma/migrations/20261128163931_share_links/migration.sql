-- CreateTable
CREATE TABLE "share_link" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "issue" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "passcode_hash" TEXT,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_user_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "share_link_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "share_visit" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "link_id" UUID NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "browser" TEXT NOT NULL,
    "is_open" BOOLEAN NOT NULL,
    "begun_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3),
    "last_seen_at" TIMESTAMPTZ(3),

    CONSTRAINT "share_visit_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "share_link_token_hash_key" ON "share_link"("token_hash");

-- CreateIndex
CREATE INDEX "share_link_org_id_proposal_id_issue_idx" ON "share_link"("org_id", "proposal_id", "issue");

-- CreateIndex
CREATE UNIQUE INDEX "share_visit_secret_hash_key" ON "share_visit"("secret_hash");

-- CreateIndex
CREATE INDEX "share_visit_org_id_link_id_begun_at_idx" ON "share_visit"("org_id", "link_id", "begun_at" DESC);

-- AddForeignKey
ALTER TABLE "share_link" ADD CONSTRAINT "share_link_org_id_proposal_id_issue_fkey" FOREIGN KEY ("org_id", "proposal_id", "issue") REFERENCES "proposal_issue"("org_id", "proposal_id", "issue") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share_link" ADD CONSTRAINT "share_link_created_by_user_id_fkey" FOREIGN KEY ("created_by_user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share_visit" ADD CONSTRAINT "share_visit_org_id_link_id_fkey" FOREIGN KEY ("org_id", "link_id") REFERENCES "share_link"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema has no words for

-- A link that does not end is not made, by whatever way it is asked for.
ALTER TABLE "share_link" ADD CONSTRAINT "share_link_ends"
  CHECK ("expires_at" > "created_at" AND "expires_at" <= "created_at" + interval '366 days');

GRANT SELECT, INSERT, UPDATE ("revoked_at") ON "share_link" TO loadline_app;
GRANT SELECT, INSERT, DELETE, UPDATE ("seen_at", "last_seen_at") ON "share_visit" TO loadline_app;

ALTER TABLE "share_link" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "share_link" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_organization" ON "share_link"
  USING ("org_id" = (SELECT nullif(current_setting('app.org_id', true), '')::uuid));

ALTER TABLE "share_visit" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "share_visit" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_organization" ON "share_visit"
  USING ("org_id" = (SELECT nullif(current_setting('app.org_id', true), '')::uuid));

-- A visitor belongs to no organization: the two functions below, which run as the owner, say which one they visit.
CREATE POLICY "owner_reads" ON "share_link" FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY "owner_reads" ON "share_visit" FOR SELECT TO CURRENT_USER USING (true);

-- The link behind a token, while it opens: no row once it is revoked or has expired.
CREATE FUNCTION find_share_link(for_token_hash text)
RETURNS TABLE (org_id uuid, id uuid, has_passcode boolean, expires_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT l.org_id, l.id, l.passcode_hash IS NOT NULL, l.expires_at
  FROM public.share_link l
  WHERE l.token_hash = for_token_hash AND l.revoked_at IS NULL AND l.expires_at > now()
$$;

-- The visit behind a cookie, while it and its link last: revoking a link ends them with the next request.
CREATE FUNCTION find_share_visit(for_secret_hash text)
RETURNS TABLE (org_id uuid, id uuid, link_id uuid, is_open boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT v.org_id, v.id, v.link_id, v.is_open
  FROM public.share_visit v
  JOIN public.share_link l ON l.org_id = v.org_id AND l.id = v.link_id
  WHERE v.secret_hash = for_secret_hash AND v.expires_at > now()
    AND l.revoked_at IS NULL AND l.expires_at > now()
$$;

REVOKE ALL ON FUNCTION find_share_link(text), find_share_visit(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_share_link(text), find_share_visit(text) TO loadline_app;
