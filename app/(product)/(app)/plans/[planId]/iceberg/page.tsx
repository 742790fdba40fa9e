import type { Metadata } from "next";
import { IcebergResults } from "@/components/iceberg/iceberg-results";

export const metadata: Metadata = { title: "Iceberg" };

export default function IcebergPage() {
  return <IcebergResults />;
}
