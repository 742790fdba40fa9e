import type { Metadata } from "next";
import { SuppliersScreen } from "@/components/suppliers/suppliers-screen";
import { can } from "@/lib/auth/permissions";
import { requireContext } from "@/lib/auth/session";
import { listSuppliers } from "@/lib/services/suppliers";

export const metadata: Metadata = { title: "Suppliers" };

export default async function SuppliersPage() {
  const ctx = await requireContext();
  return (
    <SuppliersScreen suppliers={await listSuppliers(ctx)} canEdit={can(ctx.role, "quote:write")} />
  );
}
