"use client";

import { useState } from "react";
import { revokeShareLinkAction } from "@/app/(product)/(app)/proposals/actions";
import { attempt } from "@/components/plans/attempt";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FieldError } from "@/components/ui/field";
import { Pill } from "@/components/ui/pill";
import { useToast } from "@/components/ui/toast";
import type { ShareLinkRow } from "@/lib/views/proposal/share-words";

type ShareLinkListProps = {
  readonly proposalId: string;
  readonly links: readonly ShareLinkRow[];
  readonly onRevoked: () => void;
};

/** The links of an issue, with who read by each. */
export function ShareLinkList({ proposalId, links, onRevoked }: ShareLinkListProps) {
  const [revoking, setRevoking] = useState<ShareLinkRow | null>(null);
  if (links.length === 0)
    return <p className="text-ink-3 text-sm">No link yet. Nobody outside reads this issue.</p>;
  return (
    <>
      <ul aria-label="Share links" className="divide-y divide-line">
        {links.map((link) => (
          <li key={link.id} className="flex flex-wrap items-start gap-x-3 gap-y-1 py-3">
            <div className="min-w-0 flex-1 basis-56">
              <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
                <span className="break-words font-label">{link.label}</span>
                <Pill tone={link.isOpen ? "good" : "plain"}>{link.state}</Pill>
              </p>
              <p className="mt-0.5 text-ink-3 text-xs">{link.made}</p>
              <ViewLog link={link} />
            </div>
            {link.isOpen && (
              <Button
                size="small"
                aria-label={`Revoke the link for ${link.label}`}
                onClick={() => setRevoking(link)}
              >
                Revoke
              </Button>
            )}
          </li>
        ))}
      </ul>
      {revoking && (
        <RevokeDialog
          {...{ proposalId, onRevoked }}
          link={revoking}
          onClose={() => setRevoking(null)}
        />
      )}
    </>
  );
}

function ViewLog({ link: { views, viewLog, more } }: { readonly link: ShareLinkRow }) {
  if (viewLog.length === 0) return <p className="text-ink-3 text-xs">{views}</p>;
  return (
    <details className="text-xs">
      <summary className="link inline-flex min-h-6 items-center tabular-nums pointer-coarse:min-h-11">
        {views}
      </summary>
      <ol className="mt-1 grid gap-0.5 text-ink-2 tabular-nums">
        {viewLog.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
        {more && <li className="text-ink-3">{more}</li>}
      </ol>
    </details>
  );
}

type RevokeDialogProps = Pick<ShareLinkListProps, "proposalId" | "onRevoked"> & {
  readonly link: ShareLinkRow;
  readonly onClose: () => void;
};

/** A revoked link cannot be given back, so it asks first. */
function RevokeDialog(props: RevokeDialogProps) {
  const { proposalId, link, onRevoked, onClose } = props;
  const { id, label } = link;
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const revoke = async () => {
    setBusy(true);
    const input = { proposalId, linkId: id };
    const outcome = await attempt(() => revokeShareLinkAction(input), "The link still opens");
    setBusy(false);
    if (!outcome.ok) return setError(outcome.message);
    toast.show({ text: `The link for ${label} was revoked` });
    onRevoked();
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Revoke the link for ${label}?`}
      description="Whoever reads by it sees nothing from the next click on. A revoked link cannot be brought back; a new one can be made."
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="danger" busy={busy} onClick={revoke}>
            Revoke
          </Button>
        </>
      }
    >
      {error && <FieldError>{error}</FieldError>}
    </Dialog>
  );
}
