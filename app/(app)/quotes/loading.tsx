import { ListLoading } from "@/components/quotes/list-loading";

export default function QuotesLoading() {
  return <ListLoading title="Quotes" />;
}
