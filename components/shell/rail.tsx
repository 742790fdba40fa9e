import { clsx } from "clsx";
import {
  BookOpenText,
  Building2,
  ChartLine,
  FileQuestion,
  FileText,
  History,
  Library,
  Settings,
} from "lucide-react";
import Link from "next/link";
import { PaletteButton } from "@/components/commands/palette-button";
import type { ShellAccount, ShellPlans } from "./account";
import { AccountMenu } from "./account-menu";
import { Brand } from "./brand";
import { NavLink } from "./nav-link";
import { OrganizationMenu } from "./organization-menu";

export type RailProps = {
  readonly account: ShellAccount;
  readonly plans: ShellPlans;
  /** Beside the page: with the brand, and icons alone while the window is narrow. */
  readonly compact?: boolean;
};

export function Rail({ account, plans, compact = false }: RailProps) {
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
      <OrganizationMenu account={account} compact={compact} />
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
        <NavLink
          href="/quotes"
          label="Quotes"
          covers="below"
          compact={compact}
          icon={<FileText aria-hidden size={16} strokeWidth={1.75} />}
        />
        <NavLink
          href="/rfqs"
          label="RFQs"
          covers="below"
          compact={compact}
          icon={<FileQuestion aria-hidden size={16} strokeWidth={1.75} />}
        />
        <NavLink
          href="/suppliers"
          label="Suppliers"
          covers="below"
          compact={compact}
          icon={<Building2 aria-hidden size={16} strokeWidth={1.75} />}
        />
        <NavLink
          href="/proposals"
          label="Proposals"
          covers="below"
          compact={compact}
          icon={<BookOpenText aria-hidden size={16} strokeWidth={1.75} />}
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
            href="/catalog"
            label="Catalog"
            compact={compact}
            icon={<Library aria-hidden size={16} strokeWidth={1.75} />}
          />
          <NavLink
            href="/activity"
            label="Activity"
            compact={compact}
            icon={<History aria-hidden size={16} strokeWidth={1.75} />}
          />
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
