import { clsx } from "clsx";
import { ChartLine, Settings } from "lucide-react";
import Link from "next/link";
import { PaletteButton } from "@/components/commands/palette-button";
import type { ShellAccount, ShellPlans } from "./account";
import { AccountMenu } from "./account-menu";
import { Brand } from "./brand";
import { initials } from "./initials";
import { NavLink } from "./nav-link";

export type RailProps = {
  readonly account: ShellAccount;
  readonly plans: ShellPlans;
  /** Beside the page: with the brand, and icons alone while the window is narrow. */
  readonly compact?: boolean;
};

export function Rail({ account, plans, compact = false }: RailProps) {
  const words = compact ? "max-wide:sr-only" : undefined;
  return (
    <div className="flex h-full flex-col gap-0.5">
      {compact && (
        <Link
          href="/plans"
          aria-label="Loadline, all plans"
          className="mb-3 flex min-h-8 items-center self-start rounded-md px-1.5 text-ink no-underline pointer-coarse:min-h-11"
        >
          <Brand nameClass="max-wide:sr-only" />
        </Link>
      )}
      <p
        title={account.organizationName}
        className={clsx(
          "mb-2 flex items-center gap-2 rounded-md border border-line-strong bg-surface px-2 py-1.5 font-label text-sm",
          compact && "max-wide:border-transparent max-wide:bg-transparent max-wide:px-1.5",
        )}
      >
        <span
          aria-hidden
          className="grid size-5 shrink-0 place-items-center rounded-sm bg-ink font-title text-[10px] text-on-ink"
        >
          {initials(account.organizationName)}
        </span>
        <span className={clsx("min-w-0 truncate", words)}>{account.organizationName}</span>
      </p>
      {compact && <PaletteButton compact />}
      <nav aria-label="Main" className="flex min-h-0 flex-1 flex-col overflow-y-auto px-0.5 py-0.5">
        <NavLink
          href="/plans"
          label="Plans"
          covers="below"
          count={plans.count}
          compact={compact}
          icon={<ChartLine aria-hidden size={16} strokeWidth={1.75} />}
        />
        {plans.recent.length > 0 && (
          <div className={clsx(compact && "max-wide:hidden")}>
            <h2 className="px-2 pt-3.5 pb-1 font-label text-2xs text-ink-3 tracking-normal">
              Recent plans
            </h2>
            <ul>
              {plans.recent.map((plan) => (
                <li key={plan.id}>
                  <NavLink href={`/plans/${plan.id}`} label={plan.name} covers="below" />
                </li>
              ))}
            </ul>
          </div>
        )}
        <div className="mt-auto pt-3">
          <NavLink
            href="/settings"
            label="Settings"
            covers="below"
            compact={compact}
            icon={<Settings aria-hidden size={16} strokeWidth={1.75} />}
          />
        </div>
      </nav>
      <AccountMenu account={account} compact={compact} />
    </div>
  );
}
