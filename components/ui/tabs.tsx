"use client";

import { clsx } from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useLayoutEffect, useRef } from "react";

export type TabItem = {
  readonly href: string;
  readonly label: string;
  readonly count?: number;
  /** False where the address changes under the hand: each change would fetch the page again. */
  readonly prefetch?: false;
};

export type TabsProps = {
  readonly label: string;
  /** A rule stands between groups. */
  readonly groups: readonly (readonly TabItem[])[];
  readonly className?: string;
};

/** Tabs that are places: each has an address, so each is a link. */
export function Tabs({ label, groups, className }: TabsProps) {
  const pathname = usePathname();
  const nav = useRef<HTMLElement>(null);
  // On a phone the tabs are wider than the window: the one that is open comes to the middle.
  // biome-ignore lint/correctness/useExhaustiveDependencies: anew for each page
  useLayoutEffect(() => {
    const tab = nav.current?.querySelector<HTMLElement>("[aria-current]");
    if (!nav.current || !tab) return;
    const toMiddle = (nav.current.clientWidth - tab.offsetWidth) / 2;
    const offset = tab.getBoundingClientRect().left - nav.current.getBoundingClientRect().left;
    nav.current.scrollLeft += offset - toMiddle;
  }, [pathname]);
  return (
    <nav
      ref={nav}
      aria-label={label}
      className={clsx("-mx-4 fade-x overflow-x-auto px-4 md:-mx-1 md:px-1", className)}
    >
      <ul className="flex w-max items-stretch gap-0.5">
        {groups.map((items, index) => (
          <li key={items[0]?.label ?? index} className="flex items-stretch">
            {index > 0 && <span aria-hidden className="mx-2.5 my-2 w-px bg-line-strong" />}
            <ul className="flex items-stretch gap-0.5">
              {items.map((item) => (
                <li key={item.label} className="flex">
                  <Tab item={item} current={isAt(pathname, item.href)} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The tab's own page, and the pages below it. */
function isAt(pathname: string, href: string): boolean {
  const [place = href] = href.split("?");
  return pathname === place || pathname.startsWith(`${place}/`);
}

function Tab({ item, current }: { item: TabItem; current: boolean }) {
  return (
    <Link
      href={item.href}
      {...(item.prefetch === false && { prefetch: false })}
      aria-current={current ? "page" : undefined}
      className={clsx(
        "flex items-center gap-1 whitespace-nowrap border-b-2 px-2.5 pt-2 pb-2 text-sm -outline-offset-2 pointer-coarse:min-h-11",
        "transition-colors duration-80 hover:text-ink",
        current
          ? "border-ink font-title text-ink forced-colors:border-[Highlight]"
          : "border-transparent font-label text-ink-2 hover:border-line-strong forced-colors:border-[Canvas]",
      )}
    >
      {item.label}
      {item.count !== undefined && (
        <span className="font-text text-2xs text-ink-3">{item.count}</span>
      )}
    </Link>
  );
}
