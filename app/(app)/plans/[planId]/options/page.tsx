import type { Metadata } from "next";
import { OptionsTab } from "@/components/forms/options/options-tab";

export const metadata: Metadata = { title: "Options" };

export default function OptionsPage() {
  return <OptionsTab />;
}
