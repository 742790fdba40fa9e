"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { instantText } from "@/lib/format";
import { changedByText } from "@/lib/views/answer-effect";
import { ConflictValue, plainText } from "../conflict-panel";
import { useSettingsForm } from "./settings-context";

/** Both values where somebody else changed the same field meanwhile. */
export function Clashing({
  name,
  textOf = plainText,
  children,
}: {
  readonly name: string;
  readonly textOf?: (value: unknown) => string;
  readonly children: ReactNode;
}) {
  const { settings } = useSettingsForm();
  const theirs = settings.theirs(name);
  return (
    <div className="grid min-w-0 grid-cols-1 content-start gap-1.5">
      {children}
      {theirs && (
        <div
          role="alert"
          className="grid gap-2 rounded-lg border border-line-strong bg-raised p-3 text-ink-2 text-xs shadow-2"
        >
          <p>
            {changedByText(theirs.by)} saved another value
            {theirs.by && ` on ${instantText(theirs.by.at)}`}. Nothing is lost; choose one.
          </p>
          <div className="grid grid-cols-[repeat(auto-fit,minmax(9rem,1fr))] gap-2">
            <ConflictValue
              title="Yours"
              mine
              value={textOf(settings.value(name))}
              effect={theirs.effects.mine}
            />
            <ConflictValue
              title="Theirs"
              value={textOf(theirs.value)}
              effect={theirs.effects.theirs}
            />
          </div>
          <div className="flex flex-wrap justify-end gap-2">
            <Button size="small" onClick={() => settings.resolve(name, "theirs")}>
              Take theirs
            </Button>
            <Button size="small" variant="primary" onClick={() => settings.resolve(name, "mine")}>
              Keep mine
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
