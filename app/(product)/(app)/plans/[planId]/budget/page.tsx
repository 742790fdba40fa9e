import type { Metadata } from "next";
import { BudgetResults } from "@/components/workspace/budget-results";

export const metadata: Metadata = { title: "Budget" };

export default function BudgetPage() {
  return <BudgetResults />;
}
