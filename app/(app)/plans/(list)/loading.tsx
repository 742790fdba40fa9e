export { PlansLoading as default } from "@/components/plans/plans-loading";
