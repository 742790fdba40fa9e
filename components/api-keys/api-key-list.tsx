"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Pill } from "@/components/ui/pill";
import type { ApiKeyRow } from "@/lib/views/api-keys";
import { RevokeKeyDialog } from "./revoke-key-dialog";

export function ApiKeyList({ rows }: { readonly rows: readonly ApiKeyRow[] }) {
  const [revoking, setRevoking] = useState<ApiKeyRow | null>(null);
  if (rows.length === 0)
    return <p className="text-ink-3 text-sm">No key yet. The first one shows here once made.</p>;
  return (
    <>
      <ul aria-label="API keys" className="-my-3 divide-y divide-line">
        {rows.map((row) => (
          <li key={row.id} className="flex flex-wrap items-center gap-x-3 gap-y-2 py-3">
            <div className="min-w-0 flex-1 basis-60">
              <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
                <span className="break-words font-label">{row.name}</span>
                <code className="font-mono text-ink-3 text-xs">{row.prefix}</code>
                {row.isExpired && <Pill tone="warn">expired</Pill>}
              </p>
              <p className="text-ink-3 text-xs tabular-nums">
                {row.scope}, made {row.made}; {row.lastUsed}; {row.expires}
              </p>
            </div>
            <Button size="small" aria-label={`Revoke ${row.name}`} onClick={() => setRevoking(row)}>
              Revoke
            </Button>
          </li>
        ))}
      </ul>
      {revoking && <RevokeKeyDialog row={revoking} onClose={() => setRevoking(null)} />}
    </>
  );
}
