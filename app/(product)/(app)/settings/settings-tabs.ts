import type { TabItem } from "@/components/ui/tabs";

/** The pages of the settings, in the order of their tabs. */
export const settingsTabs: readonly TabItem[] = [
  { href: "/settings/account", label: "Account" },
  { href: "/settings/organization", label: "Organization" },
  { href: "/settings/house-style", label: "House style" },
  { href: "/settings/members", label: "Members" },
  { href: "/settings/api-keys", label: "API keys" },
  { href: "/settings/jobs", label: "Jobs" },
];
