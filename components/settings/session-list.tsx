"use client";

import { useState } from "react";
import {
  endOtherSessionsAction,
  endSessionAction,
} from "@/app/(product)/(app)/settings/account/actions";
import { attempt } from "@/components/plans/attempt";
import { Button } from "@/components/ui/button";
import { Pill } from "@/components/ui/pill";
import { useToast } from "@/components/ui/toast";
import { endedText, type SessionRow } from "@/lib/views/session-list";

const all = "all";

/** Where one is signed in, each with its end. */
export function SessionList({ sessions }: { readonly sessions: readonly SessionRow[] }) {
  const toast = useToast();
  const [ending, setEnding] = useState<string | null>(null);

  const end = async (what: string, send: () => Promise<string>) => {
    setEnding(what);
    toast.show({ text: await send() });
    setEnding(null);
  };
  const endOne = ({ id, device }: SessionRow) =>
    end(id, async () => {
      const outcome = await attempt(() => endSessionAction({ sessionId: id }), "Not ended");
      return outcome.ok ? `Session ended: ${device}.` : outcome.message;
    });
  const endOthers = () =>
    end(all, async () => {
      const outcome = await attempt(() => endOtherSessionsAction({}), "Not ended");
      return outcome.ok ? endedText(outcome.data.endedSessions) : outcome.message;
    });

  return (
    <>
      <ul className="-my-1 divide-y divide-line">
        {sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3">
            <div className="min-w-0 flex-1 basis-60">
              <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-label text-sm">
                {session.device}
                {session.isThis && <Pill tone="accent">This one</Pill>}
              </p>
              <p className="text-ink-3 text-xs">
                {session.organization}. Started {session.started}, last seen {session.lastSeen}.
              </p>
            </div>
            {!session.isThis && (
              <Button
                size="small"
                aria-label={`End ${session.device}, started ${session.started}`}
                busy={ending === session.id}
                onClick={() => endOne(session)}
              >
                End
              </Button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <div className="mt-3 border-line border-t pt-4">
          <Button busy={ending === all} onClick={endOthers}>
            End all others
          </Button>
        </div>
      )}
    </>
  );
}
