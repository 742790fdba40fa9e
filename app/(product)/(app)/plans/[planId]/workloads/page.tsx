import type { Metadata } from "next";
import { WorkloadsTab } from "@/components/forms/workloads/workloads-tab";

export const metadata: Metadata = { title: "Workloads" };

export default function WorkloadsPage() {
  return <WorkloadsTab />;
}
