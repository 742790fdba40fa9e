import type { Metadata } from "next";
import { SensitivityResults } from "@/components/sensitivity/sensitivity-results";

export const metadata: Metadata = { title: "Sensitivity" };

export default function SensitivityPage() {
  return <SensitivityResults />;
}
