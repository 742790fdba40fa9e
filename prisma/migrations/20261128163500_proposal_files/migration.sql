-- What Prisma's schema has no words for

-- A file of a proposal may have several formats, and be of a draft.
ALTER TABLE "job" NO FORCE ROW LEVEL SECURITY;
UPDATE "job" SET "kind" = 'proposal-file', "input" = jsonb_build_object(
  'id', "input"->'id', 'format', 'pdf', 'proposalId', "input"->'proposalId',
  'of', jsonb_build_object('issue', "input"->'issue'))
WHERE "kind" = 'proposal-pdf';
ALTER TABLE "job" FORCE ROW LEVEL SECURITY;
