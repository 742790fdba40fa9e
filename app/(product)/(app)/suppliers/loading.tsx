import { ListLoading } from "@/components/shell/list-loading";

export default function SuppliersLoading() {
  return <ListLoading title="Suppliers" />;
}
