import { ListLoading } from "@/components/shell/list-loading";

export default function PlansLoading() {
  return <ListLoading title="Plans" />;
}
