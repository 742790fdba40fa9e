-- A link that sets a password holds for the membership it was made in: whoever joins an organization, gets
-- another role or leaves voids the links to that account, and an administrator who ceases to be one voids
-- the links to everybody in that organization.
CREATE FUNCTION void_reset_links() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  UPDATE public.password_reset SET used_at = now()
  WHERE used_at IS NULL AND user_id = coalesce(NEW.user_id, OLD.user_id);
  IF TG_OP <> 'INSERT' AND OLD.role IN ('owner', 'admin') THEN
    UPDATE public.password_reset r SET used_at = now()
    FROM public.membership m
    WHERE r.used_at IS NULL AND m.user_id = r.user_id AND m.org_id = OLD.org_id;
  END IF;
  RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION void_reset_links() FROM PUBLIC;

CREATE TRIGGER "void_reset_links" AFTER INSERT OR DELETE OR UPDATE OF "role" ON "membership"
  FOR EACH ROW EXECUTE FUNCTION void_reset_links();
