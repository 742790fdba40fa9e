import type { Metadata } from "next";
import { ProjectionResults } from "@/components/workspace/projection-results";

export const metadata: Metadata = { title: "Projection" };

export default function ProjectionPage() {
  return <ProjectionResults />;
}
