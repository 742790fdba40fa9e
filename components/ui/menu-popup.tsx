"use client";

import { Menu } from "@base-ui/react/menu";
import { clsx } from "clsx";
import { Check } from "lucide-react";
import Link from "next/link";
import type { ComponentProps, ReactNode, RefObject } from "react";

export type MenuItem =
  | {
      readonly kind?: "action";
      readonly label: string;
      readonly icon?: ReactNode;
      readonly onSelect: () => void;
      readonly disabled?: boolean;
      readonly danger?: boolean;
    }
  | {
      readonly kind: "link";
      readonly label: string;
      readonly icon?: ReactNode;
      readonly href: string;
      /** A file to keep, not a page to go to. */
      readonly download?: boolean;
    }
  | {
      readonly kind: "choice";
      readonly label: string;
      readonly value: string;
      readonly onValueChange: (value: string) => void;
      /** The list has done its work with one choice. */
      readonly closes?: true;
      readonly options: readonly {
        readonly value: string;
        readonly label: string;
        readonly icon?: ReactNode;
      }[];
    }
  | { readonly kind: "separator" }
  | { readonly kind: "note"; readonly content: ReactNode };

type MenuPopupProps = {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly side: "top" | "bottom" | "right";
  readonly align: "start" | "end";
  readonly anchor: RefObject<HTMLElement | null>;
  readonly open: boolean;
  readonly onOpenChange: NonNullable<ComponentProps<typeof Menu.Root>["onOpenChange"]>;
};

export function MenuPopup({
  label,
  items,
  side,
  align,
  anchor,
  open,
  onOpenChange,
}: MenuPopupProps) {
  return (
    <Menu.Root open={open} onOpenChange={onOpenChange}>
      <Menu.Portal>
        <Menu.Positioner
          anchor={anchor}
          side={side}
          align={align}
          sideOffset={4}
          className="z-50 outline-none"
        >
          <Menu.Popup
            aria-label={label}
            finalFocus={anchor}
            className="floats min-w-44 max-w-80 py-1 text-sm outline-none"
          >
            {items.map((item, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: separators have no name and the list never reorders
              <Entry key={index} item={item} />
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

const rowClass =
  "mx-1 flex min-h-8 cursor-pointer items-center gap-2 rounded-md px-2 py-1 no-underline outline-none select-none data-highlighted:bg-accent-soft data-disabled:cursor-default data-disabled:text-ink-3 pointer-coarse:min-h-11 forced-colors:data-highlighted:outline-2 forced-colors:data-highlighted:outline-[Highlight]";

function Entry({ item }: { item: MenuItem }) {
  switch (item.kind) {
    case "separator":
      return <Menu.Separator className="my-1 h-px bg-line" />;
    case "note":
      return <div className="px-3 py-1.5 text-ink-3 text-xs">{item.content}</div>;
    case "choice":
      return <Choice item={item} />;
    case "link":
      return (
        <Menu.LinkItem
          closeOnClick
          className={rowClass}
          render={
            item.download ? (
              // biome-ignore lint/a11y/useAnchorContent: the menu puts the label inside
              <a href={item.href} download />
            ) : (
              <Link href={item.href} />
            )
          }
        >
          <Icon>{item.icon}</Icon>
          {item.label}
        </Menu.LinkItem>
      );
    default:
      return (
        <Menu.Item
          className={clsx(rowClass, item.danger ? "text-bad" : "text-ink")}
          disabled={item.disabled ?? false}
          onClick={item.onSelect}
        >
          <Icon>{item.icon}</Icon>
          {item.label}
        </Menu.Item>
      );
  }
}

function Choice({ item }: { item: Extract<MenuItem, { kind: "choice" }> }) {
  return (
    <Menu.Group>
      <Menu.GroupLabel className="px-3 pt-1.5 pb-1 font-label text-ink-3 text-xs">
        {item.label}
      </Menu.GroupLabel>
      <Menu.RadioGroup value={item.value} onValueChange={item.onValueChange}>
        {item.options.map((option) => (
          <Menu.RadioItem
            key={option.value}
            value={option.value}
            closeOnClick={item.closes ?? false}
            className={rowClass}
          >
            <Icon>{option.icon}</Icon>
            {option.label}
            <Menu.RadioItemIndicator className="ml-auto">
              <Check aria-hidden size={14} />
            </Menu.RadioItemIndicator>
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </Menu.Group>
  );
}

function Icon({ children }: { children: ReactNode }) {
  return children ? <span className="shrink-0 opacity-75">{children}</span> : null;
}
