-- A variable named "found" hides PL/pgSQL's own FOUND, and every call failed.

-- Makes the user a member and uses the invitation up, once and for its own address alone; null where it does not hold.
CREATE OR REPLACE FUNCTION accept_invitation(for_token_hash text, for_user_id uuid)
RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  caller_org_id text := coalesce(current_setting('app.org_id', true), '');
  invited record;
  taken uuid;
BEGIN
  SELECT i.org_id, i.id, i.role INTO invited
  FROM public.invitation i
  JOIN public."user" u ON u.id = for_user_id AND u.email = i.email
  WHERE i.token_hash = for_token_hash;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  PERFORM set_config('app.org_id', invited.org_id::text, true);
  UPDATE public.invitation i SET accepted_at = now()
  WHERE i.org_id = invited.org_id AND i.id = invited.id
    AND i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > now()
  RETURNING i.org_id INTO taken;
  IF taken IS NOT NULL THEN
    INSERT INTO public.membership (org_id, user_id, role) VALUES (invited.org_id, for_user_id, invited.role)
    ON CONFLICT DO NOTHING;
    INSERT INTO public.audit_event (org_id, user_id, action, subject, subject_id)
    VALUES (invited.org_id, for_user_id, 'accept', 'invitation', invited.id::text);
  END IF;
  PERFORM set_config('app.org_id', caller_org_id, true);
  RETURN taken;
END
$$;
