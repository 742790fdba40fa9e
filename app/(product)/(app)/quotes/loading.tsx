import { ListLoading } from "@/components/shell/list-loading";

export default function QuotesLoading() {
  return <ListLoading title="Quotes" />;
}
