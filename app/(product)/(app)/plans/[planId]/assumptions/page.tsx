import type { Metadata } from "next";
import { AssumptionsTab } from "@/components/forms/assumptions/assumptions-tab";

export const metadata: Metadata = { title: "Assumptions" };

export default function AssumptionsPage() {
  return <AssumptionsTab />;
}
