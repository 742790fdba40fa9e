import type { ReactNode } from "react";
import { Tabs } from "@/components/ui/tabs";
import { settingsTabs } from "./settings-tabs";

export default function SettingsLayout({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <header className="border-line border-b bg-surface px-4 pt-3.5 md:px-7">
        <div className="mx-auto max-w-[1680px]">
          <h1 className="text-xl">Settings</h1>
          <Tabs label="Settings" groups={[settingsTabs]} className="mt-1" />
        </div>
      </header>
      <div className="mx-auto w-full max-w-[1680px] px-4 py-6 md:px-7">{children}</div>
    </>
  );
}
