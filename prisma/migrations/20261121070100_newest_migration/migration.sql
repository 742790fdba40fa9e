-- /readyz compares it with the newest migration of the code; the record itself belongs to the owner alone.
CREATE FUNCTION newest_migration()
RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  RETURN (
    SELECT max(migration_name) FROM public._prisma_migrations
    WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL
  );
END
$$;

REVOKE ALL ON FUNCTION newest_migration() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION newest_migration() TO loadline_app;
