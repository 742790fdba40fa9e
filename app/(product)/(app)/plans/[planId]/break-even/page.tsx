import type { Metadata } from "next";
import { BreakEvenResults } from "@/components/workspace/break-even-results";

export const metadata: Metadata = { title: "Break-even" };

export default function BreakEvenPage() {
  return <BreakEvenResults />;
}
