import type { Metadata } from "next";
import { NoSuchPage } from "@/components/shell/no-such-page";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return <NoSuchPage />;
}
