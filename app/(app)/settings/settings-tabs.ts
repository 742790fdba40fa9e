import type { TabItem } from "@/components/ui/tabs";

/** The pages of the settings, in the order of their tabs. */
export const settingsTabs: readonly TabItem[] = [
  { href: "/settings/account", label: "Account" },
  { href: "/settings/members", label: "Members" },
];
