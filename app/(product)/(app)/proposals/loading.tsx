import { ListLoading } from "@/components/shell/list-loading";

export default function ProposalsLoading() {
  return <ListLoading title="Proposals" />;
}
