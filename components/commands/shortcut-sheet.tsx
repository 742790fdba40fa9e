"use client";

import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { commandPlace } from "./command-place";
import { type Command, type CommandGroup, commands, isOffered } from "./commands";
import { KeyCaps } from "./key-caps";
import { areSingleKeysOn, setSingleKeys } from "./shortcuts";

const groups: readonly CommandGroup[] = ["Go to", "This plan", "View", "Actions"];
const withKeys = commands.filter(({ shortcut }) => shortcut !== undefined);

/** Every shortcut there is, made from the commands; single keys can be switched off. */
export function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  const [on, setOn] = useState(areSingleKeysOn);
  const place = commandPlace();
  return (
    <Dialog
      open
      onOpenChange={onClose}
      wide
      title="Keyboard shortcuts"
      description="They rest while you type in a field or a dialog is open."
    >
      <Checkbox
        label="Single-key shortcuts"
        help="When off, only Ctrl or Cmd with K works. Kept in this browser."
        checked={on}
        onCheckedChange={(next) => {
          setSingleKeys(next);
          setOn(next);
        }}
        className="mb-5"
      />
      <div className="gap-x-10 sm:columns-2">
        {groups.map((group) => (
          <section
            key={group}
            aria-labelledby={`keys-${group}`}
            className="mb-5 break-inside-avoid"
          >
            <h3 id={`keys-${group}`} className="mb-1 text-sm">
              {group}
            </h3>
            <dl>
              {withKeys
                .filter((command) => command.group === group)
                .map((command) => (
                  <ShortcutLine
                    key={command.id}
                    command={command}
                    here={isOffered(command, place)}
                  />
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function ShortcutLine({ command, here }: { readonly command: Command; readonly here: boolean }) {
  return (
    <div className="flex min-h-8 items-center gap-3 border-line border-b text-sm last:border-b-0">
      <dt className="min-w-0 flex-1">
        {command.label}
        {!here && <span className="text-ink-3 text-xs"> not on this page</span>}
      </dt>
      <dd>
        <KeyCaps shortcut={command.shortcut ?? ""} />
      </dd>
    </div>
  );
}
