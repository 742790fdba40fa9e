"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useTheme } from "next-themes";
import { useEffect, useRef, useState } from "react";
import { useToast } from "@/components/ui/toast";
import { commandPlace } from "./command-place";
import { handlerOf, openPlan } from "./command-store";
import { commands, hrefOf, isOffered } from "./commands";
import { goTo } from "./go-to";
import { areSingleKeysOn, isTaken, keyOf, noneBefore, press } from "./shortcuts";
import { keepTyped, type TypedEarly } from "./typed-early";
import { useCommands } from "./use-commands";

const Palette = dynamic(() => import("./palette").then((module) => module.Palette), { ssr: false });
const ShortcutSheet = dynamic(() => import("./shortcut-sheet").then((m) => m.ShortcutSheet), {
  ssr: false,
});

export type CommandKeysProps = {
  /** In the order that "next plan" follows. */
  readonly plans: readonly { readonly id: string }[];
  readonly canCreate: boolean;
  /** What was asked for while this was on its way. */
  readonly takeEarly: () => readonly (KeyboardEvent | "palette")[];
};

/** Listens for the keys of every command, and holds the palette and the sheet of shortcuts. */
export function CommandKeys({ plans, canCreate, takeEarly }: CommandKeysProps) {
  const router = useRouter();
  const [opened, setOpened] = useState<"palette" | "shortcuts" | null>(null);
  const typed = useRef<string | null>(null);
  const push = useRef(router.push);
  push.current = router.push;
  useShellCommands({
    planIds: plans.map(({ id }) => id),
    canCreate,
    open: (what) => {
      if (what === "palette" && opened !== what) typed.current = "";
      setOpened(what);
    },
    push: router.push,
  });
  useKeyPresses((href) => goTo(href, push.current), takeEarly, typed);
  const close = () => setOpened(null);
  if (opened === "palette")
    return <Palette typed={typed} onClose={close} onGo={(href) => goTo(href, router.push)} />;
  return opened === "shortcuts" ? <ShortcutSheet onClose={close} /> : null;
}

function useKeyPresses(
  go: (href: string) => void,
  takeEarly: CommandKeysProps["takeEarly"],
  typed: TypedEarly,
) {
  const early = useRef(takeEarly);
  const latest = useRef(go);
  latest.current = go;
  useEffect(() => {
    let pressed = noneBefore;
    const onKey = (event: KeyboardEvent) => {
      if (keepTyped(event, typed)) return;
      const key = keyOf(event);
      if (
        key === null ||
        (event.defaultPrevented && !key.startsWith("mod+")) ||
        event.isComposing ||
        event.repeat
      )
        return;
      const held = key.startsWith("mod+");
      if (!held && (isTaken(event.target) || !areSingleKeysOn())) return;
      const place = commandPlace();
      const offered = commands.filter((command) => isOffered(command, place));
      const next = press(offered, pressed, { key, at: event.timeStamp });
      pressed = next.pressed;
      if (!next.command) return;
      event.preventDefault();
      const { id, href } = next.command;
      if (href) latest.current(hrefOf(href, place.planId));
      else handlerOf(id)?.();
    };
    for (const asked of early.current()) {
      if (asked === "palette") handlerOf("palette")?.();
      else onKey(asked);
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [typed]);
}

type Shell = {
  readonly planIds: readonly string[];
  readonly canCreate: boolean;
  readonly open: (what: "palette" | "shortcuts") => void;
  readonly push: (href: string) => void;
};

/** What can be done wherever one is. */
function useShellCommands({ planIds, canCreate, open, push }: Shell) {
  const { setTheme } = useTheme();
  const { show } = useToast();
  const step = (by: number) => {
    const next = planIds[planIds.indexOf(openPlan()?.id ?? "") + by];
    return next === undefined ? undefined : () => goTo(`/plans/${next}`, push);
  };
  useCommands({
    palette: () => open("palette"),
    shortcuts: () => open("shortcuts"),
    "theme-light": () => setTheme("light"),
    "theme-dark": () => setTheme("dark"),
    "theme-system": () => setTheme("system"),
    "copy-link": async () => {
      try {
        await navigator.clipboard.writeText(location.href);
        show({ text: "Link copied" });
      } catch {
        show({ text: "The browser did not copy. Copy the address bar instead.", tone: "failure" });
      }
    },
    find: () => document.querySelector<HTMLInputElement>("main input[type=search]")?.focus(),
    "previous-plan": () => step(-1)?.(),
    "next-plan": () => step(1)?.(),
    ...(canCreate && {
      "new-plan": () => goTo("/plans?new=plan", push),
      "import-plan": () => goTo("/plans?import=file", push),
    }),
    "sign-out": async () => {
      const { signOut } = await import("next-auth/react");
      await signOut({ callbackUrl: "/sign-in" });
    },
  });
}
