"use client";

import dynamic from "next/dynamic";
import { useEffect, useRef, useState } from "react";
import type { CommandKeysProps } from "./command-keys";
import { useCommands } from "./use-commands";

const CommandKeys = dynamic(() => import("./command-keys").then((module) => module.CommandKeys), {
  ssr: false,
});

const writing = "input:not([type=radio],[type=checkbox],[type=range]),textarea,select";

const mayBeShortcut = ({ key, ctrlKey, metaKey, target }: KeyboardEvent) =>
  ctrlKey || metaKey
    ? key.toLowerCase() === "k"
    : key.length === 1 && !(target instanceof Element && target.closest(writing));

/** Fetches commands and keyboard map with the first key or press that asks for them, and hands those over. */
export function CommandDoor(props: Pick<CommandKeysProps, "plans" | "canCreate">) {
  const [wanted, setWanted] = useState(false);
  const early = useRef<(KeyboardEvent | "palette")[]>([]);
  const ready = useRef(false);
  const ask = (what: KeyboardEvent | "palette") => {
    early.current.push(what);
    setWanted(true);
  };
  const latest = useRef(ask);
  latest.current = ask;
  useCommands(wanted ? {} : { palette: () => ask("palette") });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (ready.current || !mayBeShortcut(event)) return;
      if (event.ctrlKey || event.metaKey) event.preventDefault();
      latest.current(event);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  if (!wanted) return null;
  const take = () => {
    ready.current = true;
    return early.current.splice(0);
  };
  return <CommandKeys {...props} takeEarly={take} />;
}
