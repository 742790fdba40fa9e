import type { Metadata } from "next";
import { NoSuchPlan } from "@/components/shell/no-such-page";

export const metadata: Metadata = { title: "Not found" };

export default function PlanNotFound() {
  return <NoSuchPlan />;
}
