import type { Metadata } from "next";
import { HouseStyleForm } from "@/components/settings/house-style-form";
import { requireContext } from "@/lib/auth/session";
import { getHouseStyle } from "@/lib/services/house-style";

export const metadata: Metadata = { title: "House style" };

export default async function HouseStylePage() {
  return <HouseStyleForm stored={await getHouseStyle(await requireContext())} />;
}
