import { ListLoading } from "@/components/shell/list-loading";

export default function RfqsLoading() {
  return <ListLoading title="RFQs" />;
}
