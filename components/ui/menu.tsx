"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import type { MenuItem } from "./menu-popup";
import { type PopupTriggerProps, useLazyPopup } from "./use-lazy-popup";

export type { MenuItem } from "./menu-popup";

const load = () => import("./menu-popup").then((module) => module.MenuPopup);
const MenuPopup = dynamic(load, { ssr: false });

export type MenuProps = {
  /** Names the list: "Actions for Claims assistant". */
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly trigger: (props: PopupTriggerProps) => ReactNode;
  readonly side?: "top" | "bottom" | "right";
  readonly align?: "start" | "end";
};

/** A button and a list of actions. The list's code is loaded when the button is first approached. */
export function Menu({ label, items, trigger, side = "bottom", align = "end" }: MenuProps) {
  const popup = useLazyPopup("menu", load);
  return (
    <>
      {trigger(popup.trigger)}
      {popup.wanted && (
        <MenuPopup
          label={label}
          items={items}
          side={side}
          align={align}
          anchor={popup.anchor}
          open={popup.open}
          onOpenChange={popup.onOpenChange}
        />
      )}
    </>
  );
}
