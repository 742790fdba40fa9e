import { ListLoading } from "@/components/quotes/list-loading";

export default function SuppliersLoading() {
  return <ListLoading title="Suppliers" />;
}
