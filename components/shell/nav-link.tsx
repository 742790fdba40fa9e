"use client";

import { clsx } from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

export type NavLinkProps = {
  readonly href: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly count?: number;
  /** Also current on the pages below it. */
  readonly covers?: "page" | "below";
  /** In a sheet words always show; in the rail they need room. */
  readonly compact?: boolean;
};

export function NavLink({ href, label, icon, count, covers = "page", compact }: NavLinkProps) {
  const pathname = usePathname();
  const here = pathname === href || (covers === "below" && pathname.startsWith(`${href}/`));
  return (
    <Link
      href={href}
      aria-current={pathname === href ? "page" : here ? "true" : undefined}
      title={compact ? label : undefined}
      className={clsx(
        "flex min-h-8 items-center gap-[9px] rounded-md px-2 py-1 text-sm no-underline pointer-coarse:min-h-11",
        "transition-colors duration-80 hover:text-ink",
        here ? "text-ink forced-colors:underline" : "text-ink-2",
        here && icon && "bg-surface ring-1 ring-line",
      )}
    >
      {icon && <span className={clsx("shrink-0", here ? "text-ink" : "text-ink-3")}>{icon}</span>}
      <span
        className={clsx(
          "min-w-0 truncate",
          (icon || here) && "font-label",
          compact && "max-wide:sr-only",
        )}
      >
        {label}
      </span>
      {count ? (
        <span className={clsx("ml-auto text-ink-3 text-xs", compact && "max-wide:hidden")}>
          {count}
        </span>
      ) : null}
    </Link>
  );
}
