"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { instantText } from "@/lib/format";
import { changedByText } from "@/lib/views/answer-effect";
import { plainText } from "../conflict-panel";
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
        <div role="alert" className="grid gap-1.5 rounded-md bg-warn-soft p-2 text-xs">
          <p>
            {changedByText(theirs.by)} changed this to {textOf(theirs.value)}
            {theirs.by && ` on ${instantText(theirs.by.at)}`}. Yours is kept here.
          </p>
          {theirs.effects.mine !== null && theirs.effects.theirs !== null && (
            <p>
              With yours {theirs.effects.mine}. With theirs {theirs.effects.theirs}.
            </p>
          )}
          <div className="flex gap-2">
            <Button size="small" onClick={() => settings.resolve(name, "mine")}>
              Keep mine
            </Button>
            <Button size="small" onClick={() => settings.resolve(name, "theirs")}>
              Take theirs
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
